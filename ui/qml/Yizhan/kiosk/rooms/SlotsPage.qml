pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// 长辈版: which slots of the chosen day?
ServicePage {
    name: "rooms.slots"
    service: "rooms"
    title: qsTr("几点用？")
    sub: RoomCalendar.day_text
    step: Rooms.step("slots", Shell.large)
    onEntered: { Rooms.come("slots"); RoomCalendar.load_slots() }
    spacing: Theme.gap

    Repeater {
        model: RoomCalendar.slots
        ChoiceButton {
            required property var model
            Layout.preferredHeight: 176 * Theme.u
            readonly property string word: checked ? qsTr("已选") : model.word ?? ""
            Accessible.name: (model.text ?? "") + " " + word
            text: (model.text ?? "") + "  " + word
            checked: RoomCalendar.chosen.includes(model.start)
            enabled: model.can
            onClicked: RoomCalendar.tap(model.start)
        }
    }
    MoreRow { visible: RoomCalendar.more_slots; text: qsTr("看别的时段"); onClicked: RoomCalendar.turn_slots() }
    NoticeBar { visible: RoomCalendar.note !== ""; Layout.fillWidth: true; text: RoomCalendar.note }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton {
        Layout.fillWidth: true
        text: RoomCalendar.span === "" ? qsTr("下一步") : RoomCalendar.span + " " + (RoomCalendar.waits ? qsTr("排候补") : qsTr("下一步"))
        enabled: RoomCalendar.span !== ""
        reason: qsTr("先选时段")
        onClicked: Shell.open("kiosk/rooms/PartyPage.qml")
    }
}
