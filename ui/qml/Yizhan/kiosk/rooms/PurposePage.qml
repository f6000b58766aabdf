pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What for, how many, and with what? 长辈版 asks the last two on a page of their own.
ServicePage {
    name: "rooms.purpose"
    service: "rooms"
    title: qsTr("来做什么？")
    sub: Rooms.name
    step: Rooms.step("purpose", Shell.large)
    form: true
    onEntered: { Rooms.come("purpose"); RoomRequest.begin_purpose(); RoomThings.load() }

    GridLayout {
        Layout.fillWidth: true
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true
        Repeater {
            model: RoomRequest.purposes
            ChoiceButton {
                required property var model
                required property int index
                Layout.columnSpan: !Theme.large && index === 6 ? 2 : 1
                implicitHeight: (Theme.large ? 200 : 144) * Theme.u
                iconName: model.icon
                text: model.text
                checked: model.key === RoomRequest.purpose
                onClicked: RoomRequest.choose_purpose(model.key)
            }
        }
    }
    MoreRow { visible: RoomRequest.more; onClicked: RoomRequest.turn() }
    PeopleCard { visible: !Theme.large; Layout.fillWidth: true }
    ThingChips { visible: !Theme.large && RoomThings.any; Layout.fillWidth: true }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton {
        Layout.fillWidth: true
        text: qsTr("下一步")
        enabled: RoomRequest.purpose !== ""
        reason: qsTr("先选做什么")
        onClicked: Shell.open(Shell.large ? "kiosk/rooms/PeoplePage.qml" : "kiosk/rooms/RulesPage.qml")
    }
}
