pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Every week: how many times? Each date says at once whether it can be had.
ServicePage {
    name: "rooms.repeat"
    service: "rooms"
    title: qsTr("每周都来，几次？")
    sub: Rooms.name
    form: true
    onEntered: RoomRepeat.load()
    spacing: Theme.padRow

    BusyRing { visible: !RoomRepeat.ready && RoomRepeat.busy; running: visible; Layout.alignment: Qt.AlignCenter }
    NoticeBar { visible: RoomRepeat.problem !== ""; Layout.fillWidth: true; tone: "error"; iconName: "circle-alert"; text: RoomRepeat.problem }
    Card {
        visible: RoomRepeat.ready
        Layout.fillWidth: true
        Stepper {
            Layout.fillWidth: true
            label: qsTr("次数")
            value: RoomRepeat.times
            from: 2
            to: RoomRepeat.most
            onEdited: times => RoomRepeat.choose(times)
        }
    }
    Repeater {
        model: RoomRepeat.dates
        Card {
            id: row
            required property string text
            required property string word
            required property bool can
            Layout.fillWidth: true
            padding: Theme.padRow
            color: can ? Theme.card : Theme.disabledFill
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.padRow
                Icon { name: row.can ? "check" : "x"; color: row.can ? Theme.good : Theme.muted; size: Theme.iconBody }
                Words { Layout.fillWidth: true; text: row.text; color: row.can ? Theme.ink : Theme.muted; font { pixelSize: Theme.textButton; bold: row.can } }
                Words { text: row.word; color: row.can ? Theme.good : Theme.muted; font.pixelSize: Theme.textSmall }
            }
        }
    }
    Words { visible: RoomRepeat.ready; Layout.fillWidth: true; color: Theme.muted; font.pixelSize: Theme.textSmall; text: RoomRepeat.possible < RoomRepeat.times ? qsTr("约不到的那几次不提交。") : qsTr("每次都单独审核，也可以单独取消。") }
    Item { Layout.fillHeight: true }
    actions: [
        QuietButton { text: qsTr("只约一次"); onClicked: RoomRepeat.once() },
        PrimaryButton { Layout.fillWidth: true; enabled: RoomRepeat.ready && RoomRepeat.most > 1; reason: qsTr("只能约这一次"); text: qsTr("就约 %1 次").arg(RoomRepeat.possible); onClicked: RoomRepeat.accept() }
    ]
}
