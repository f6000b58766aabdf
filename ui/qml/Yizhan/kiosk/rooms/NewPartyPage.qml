pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// A group that is not in the list: what kind, and its name if one likes to type it.
ServicePage {
    id: page
    name: "rooms.new_party"
    service: "rooms"
    title: qsTr("是什么团体？")
    sub: qsTr("名称可以后补")
    step: Rooms.step("party", Shell.large)
    form: true
    onEntered: Rooms.come("new_party")

    Repeater {
        model: RoomParty.kinds
        ListRow {
            required property var model
            Layout.fillWidth: true
            Layout.preferredHeight: (Theme.large ? 168 : 184) * Theme.u
            iconName: model.icon
            text: model.text
            sub: Theme.large ? "" : model.sub
            leads: false
            selected: model.key === RoomParty.kind
            onClicked: RoomParty.choose_kind(model.key)
        }
    }
    InputField {
        id: field
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        label: qsTr("名称（可不填）")
        placeholder: qsTr("打拼音，如 hhgwd")
        maximum: 60
        text: RoomParty.new_name
        error: RoomParty.error
        onEdited: name => RoomParty.type_name(name)
        onAccepted: input.focus = false
        input.onActiveFocusChanged: if (input.activeFocus) Qt.callLater(page.show, field)
    }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton {
        Layout.fillWidth: true
        text: qsTr("下一步")
        enabled: RoomParty.kind !== ""
        reason: qsTr("先选一种")
        onClicked: Shell.open("kiosk/rooms/ContactPage.qml")
    }
}
