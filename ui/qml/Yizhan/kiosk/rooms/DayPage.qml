pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Which day, which slots? Every day says whether it can be had, and why not.
ServicePage {
    id: page
    readonly property bool tight: RoomCalendar.weeks > 5 && RoomCalendar.day !== ""     // six weeks leave no room for the notice beside the slots
    name: "rooms.day"
    service: "rooms"
    title: Rooms.name
    sub: Shell.english ? qsTr("选哪一天？") : qsTr("选哪天") + " · " + Rooms.size
    step: Rooms.step("day", Shell.large)
    onEntered: { Rooms.come("day"); RoomCalendar.load() }
    spacing: 20 * Theme.u

    BusyRing { visible: !RoomCalendar.ready && RoomCalendar.busy; running: visible; Layout.alignment: Qt.AlignCenter }
    EmptyState {
        visible: RoomCalendar.problem !== ""
        Layout.fillWidth: true
        iconName: "calendar-x"
        text: RoomCalendar.problem
        action: qsTr("再试一次")
        onActed: RoomCalendar.load()
    }
    RowLayout {
        visible: RoomCalendar.ready
        Layout.fillWidth: true
        Words { text: RoomCalendar.months; font { pixelSize: Theme.textButton; bold: true } Layout.fillWidth: true }
        Words { text: RoomCalendar.earliest === "" ? qsTr("近期已约满") : RoomCalendar.earliest; color: Theme.accent; font { pixelSize: Theme.textSmall; bold: true } }
    }
    GridLayout {
        visible: RoomCalendar.ready
        Layout.fillWidth: true
        columns: 7
        columnSpacing: 12 * Theme.u
        rowSpacing: (RoomCalendar.weeks > 5 ? 8 : 10) * Theme.u
        uniformCellWidths: true
        Repeater {
            model: [qsTr("周一"), qsTr("周二"), qsTr("周三"), qsTr("周四"), qsTr("周五"), qsTr("周六"), qsTr("周日")]
            Words {
                required property string modelData
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: Shell.english ? modelData : modelData.slice(1)
                color: Theme.muted
                font.pixelSize: Theme.textSmall
            }
        }
        Repeater {
            model: RoomCalendar.days
            DayCell {
                required property var model
                Layout.fillWidth: true
                opacity: model.date === "" ? 0 : 1
                text: model.text
                word: model.word
                spoken: model.spoken
                enabled: model.can
                checked: model.date !== "" && model.date === RoomCalendar.day
                Accessible.ignored: model.date === ""
                onClicked: RoomCalendar.pick(model.date)
            }
        }
    }
    NoticeBar {
        visible: RoomCalendar.ready && !page.tight
        Layout.fillWidth: true
        text: RoomCalendar.note !== "" ? RoomCalendar.note : RoomCalendar.notice
    }
    Words {
        visible: RoomCalendar.day !== ""
        Layout.fillWidth: true
        text: page.tight && RoomCalendar.note !== "" ? RoomCalendar.note : RoomCalendar.day_text + " · " + qsTr("选时段")
        font { pixelSize: page.tight && RoomCalendar.note !== "" ? Theme.textBody : Theme.textButton; bold: true }
    }
    SlotGrid { visible: RoomCalendar.day !== ""; Layout.fillWidth: true }
    ColumnLayout {
        visible: RoomCalendar.ready && RoomCalendar.day === ""
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap
        Item { Layout.fillHeight: true }
        Icon { Layout.alignment: Qt.AlignHCenter; name: "clock"; color: Theme.muted; size: 96 * Theme.u }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; color: Theme.muted; text: qsTr("先点一天，再选时段。连着的几段可以一起约。") }
        Item { Layout.fillHeight: true }
    }
    Item { Layout.fillHeight: true; visible: RoomCalendar.day !== "" }
    actions: PrimaryButton {
        Layout.fillWidth: true
        text: RoomCalendar.span === "" ? qsTr("下一步") : (RoomCalendar.waits ? qsTr("排候补：%1") : qsTr("下一步：%1")).arg(RoomCalendar.span)
        enabled: RoomCalendar.span !== ""
        reason: RoomCalendar.day === "" ? qsTr("先选一天") : qsTr("先选时段")
        onClicked: Shell.open("kiosk/rooms/PartyPage.qml")
    }
}
