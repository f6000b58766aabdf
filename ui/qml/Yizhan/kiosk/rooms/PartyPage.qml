pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Who is it for?
ServicePage {
    name: "rooms.party"
    service: "rooms"
    title: qsTr("谁来用？")
    sub: qsTr("点一个就行")
    step: Rooms.step("party", Shell.large)
    onEntered: { Rooms.come("party"); RoomParty.load() }
    spacing: Theme.gap

    BusyRing { visible: !RoomParty.ready && RoomParty.busy; running: visible; Layout.alignment: Qt.AlignCenter }
    Repeater {
        model: RoomParty.parties
        ListRow {
            required property var model
            Layout.fillWidth: true
            Layout.preferredHeight: (Theme.large ? 256 : 180) * Theme.u
            iconName: model.icon
            text: model.name
            sub: model.sub
            reason: model.reason
            enabled: model.reason === ""
            selected: model.key === RoomParty.key
            onClicked: RoomParty.choose(model.key)
        }
    }
    MoreRow { visible: RoomParty.more; onClicked: RoomParty.turn() }
    Item { Layout.fillHeight: true }
}
