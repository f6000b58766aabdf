pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// The week of all rooms or of one: arrows choose, PageUp and PageDown turn the week, Enter goes into a room.
RowLayout {
    id: part
    spacing: 16
    readonly property bool typing: (Window.window?.activeFocusItem instanceof TextInput) || (Window.window?.activeFocusItem instanceof TextEdit)
    readonly property bool free: !typing && !Week.picking && !Week.making.open && !Bookings.actions.open && Requests.declining === ""
    Component.onCompleted: Week.show()
    component Key: Shortcut { enabled: part.free }
    Key { sequence: "PgUp"; onActivated: Week.turn(-1) }
    Key { sequence: "PgDown"; onActivated: Week.turn(1) }
    Key { sequence: "T"; onActivated: Week.today() }
    Key { sequence: "Left"; onActivated: Week.step(0, -1) }
    Key { sequence: "Right"; onActivated: Week.step(0, 1) }
    Key { sequence: "Up"; onActivated: Week.step(-1, 0) }
    Key { sequence: "Down"; onActivated: Week.step(1, 0) }
    Key { sequences: ["Return", "Enter"]; onActivated: Week.enter() }
    DeskCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 756
        spacing: 10
        title: Week.title
        head: RowLayout {
            spacing: 8
            DeskButton { implicitWidth: 44; iconName: "chevron-left"; Accessible.name: qsTr("上一周"); onClicked: Week.turn(-1) }
            DeskButton { text: qsTr("这一周"); key: "T"; onClicked: Week.today() }
            DeskButton { implicitWidth: 44; iconName: "chevron-right"; Accessible.name: qsTr("下一周"); onClicked: Week.turn(1) }
            DeskButton { iconName: "calendar"; text: qsTr("挑日子"); onClicked: Week.open_picker(true) }
            DeskButton { iconName: "file-check"; text: qsTr("存日历"); onClicked: Bookings.export(Week.room) }
        }
        ChoiceStrip { Layout.fillWidth: true; visible: Week.room !== ""; options: Week.rooms; value: Week.room; onChosen: value => Week.choose_room(value) }
        WeekGrid { Layout.fillWidth: true; Layout.fillHeight: true }
        Legend { Layout.fillWidth: true; visible: Week.room === "" }
    }
    BookingCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 400
        emptyTitle: Week.place === "" ? qsTr("点一格看详情") : qsTr("这一格")
        Words { Layout.fillWidth: true; visible: text !== ""; text: Week.place; font.bold: true }
        Repeater {
            model: Week.entries
            DayEntry { Layout.fillWidth: true }
        }
        ActionBar { Layout.fillWidth: true; actions: Week.blocking }
    }
    DayPicker { }
}
