pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// 长辈版: the next days that can be had, a few at a time.
ServicePage {
    name: "rooms.day"
    service: "rooms"
    title: qsTr("选哪一天？")
    sub: Rooms.name
    step: Rooms.step("day", Shell.large)
    onEntered: { Rooms.come("day"); RoomCalendar.load() }
    spacing: Theme.gap

    BusyRing { visible: !RoomCalendar.ready && RoomCalendar.busy; running: visible; Layout.alignment: Qt.AlignCenter }
    EmptyState {
        visible: RoomCalendar.problem !== "" || RoomCalendar.ready && RoomCalendar.earliest === ""
        Layout.fillWidth: true
        iconName: "calendar-x"
        text: RoomCalendar.problem !== "" ? RoomCalendar.problem : qsTr("近期已约满")
        action: qsTr("换个场地")
        onActed: Shell.back()
    }
    Repeater {
        model: RoomCalendar.next_days
        ListRow {
            id: row
            required property var model
            Layout.fillWidth: true
            Layout.preferredHeight: 256 * Theme.u
            text: model.words
            sub: model.word
            selected: model.date === RoomCalendar.day
            Accessible.name: model.spoken
            onClicked: RoomCalendar.open_day(model.date)
        }
    }
    MoreRow { visible: RoomCalendar.more_days; text: qsTr("看别的日子"); onClicked: RoomCalendar.turn_days() }
    Item { Layout.fillHeight: true }
}
