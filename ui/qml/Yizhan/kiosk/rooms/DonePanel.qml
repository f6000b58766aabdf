pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Asked for: the booking number, its state, the day, and until when it is decided.
Rectangle {
    id: panel
    readonly property string done: RoomResult.waits ? qsTr("已提交，候补中") : qsTr("已提交，待审核")
    color: Theme.good
    radius: Theme.radiusPanel
    implicitHeight: column.implicitHeight + 2 * Theme.pad
    Accessible.role: Accessible.AlertMessage
    Accessible.name: done + " " + RoomResult.number
    scale: 0.96
    Component.onCompleted: scale = 1
    Behavior on scale { NumberAnimation { duration: Theme.panelTime; easing.type: Easing.OutCubic } }

    component Line: Words {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        color: Theme.white
        visible: text !== ""
    }
    ColumnLayout {
        id: column
        anchors { fill: parent; margins: 32 * Theme.u }
        spacing: Theme.large && RoomResult.dates !== "" ? 2 * Theme.u : Theme.gap
        Item { Layout.fillHeight: true }
        GridLayout {
            Layout.alignment: Qt.AlignHCenter
            columns: Theme.large ? 2 : 1
            columnSpacing: Theme.padRow
            rowSpacing: Theme.padRow
            Rectangle {
                Layout.alignment: Qt.AlignHCenter
                implicitWidth: (Theme.large ? 112 : 160) * Theme.u
                implicitHeight: implicitWidth
                radius: width / 2
                color: Theme.white
                Icon { anchors.centerIn: parent; name: "check"; size: parent.width * 0.68; color: Theme.good }
            }
            Line { Layout.fillWidth: !Theme.large; text: panel.done; font { pixelSize: (Theme.large ? 76 : 56) * Theme.u; bold: true } }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
            implicitHeight: card.implicitHeight + 56 * Theme.u
            radius: Theme.radiusCard
            color: Theme.card
            ColumnLayout {
                id: card
                anchors { left: parent.left; right: parent.right; margins: Theme.gap; verticalCenter: parent.verticalCenter }
                spacing: Theme.gap
                Line { text: qsTr("预约号"); color: Theme.muted; font.pixelSize: Theme.textSmall }
                Line { text: RoomResult.number; color: Theme.ink; font { pixelSize: (Theme.large ? 120 : 84) * Theme.u; bold: true } }
                StatusChip { visible: !Theme.large || pending; Layout.alignment: Qt.AlignHCenter; pending: RoomResult.pending }
            }
        }
        Line { visible: !Theme.large; text: RoomResult.room; font { pixelSize: (Theme.large ? 72 : 52) * Theme.u; bold: true } }
        Line { text: RoomResult.day; font { pixelSize: (Theme.large ? 72 : 52) * Theme.u; bold: true } }
        Line { text: RoomResult.span; font { pixelSize: (Theme.large ? 72 : 60) * Theme.u; bold: true } }
        Line { visible: text !== ""; text: RoomResult.dates; font.pixelSize: Theme.textSmall }
        Line { visible: RoomResult.unofficial; text: qsTr("以正式放假安排为准"); font.pixelSize: Theme.textSmall }
        Line { Layout.topMargin: Theme.gap; text: RoomResult.decided; font.pixelSize: Theme.large ? Theme.textBody : Theme.textSmall }
        Item { Layout.fillHeight: true }
    }
}
