import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The number itself, standing beside its slip.
Rectangle {
    id: panel
    color: Theme.good
    radius: Theme.radiusPanel
    implicitHeight: column.implicitHeight + 2 * Theme.pad
    Accessible.role: Accessible.AlertMessage
    Accessible.name: TicketNumber.title + " " + TicketNumber.number
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
        anchors { fill: parent; margins: 24 * Theme.u }
        spacing: Theme.gap
        Item { Layout.fillHeight: true }
        GridLayout {
            Layout.alignment: Qt.AlignHCenter
            columns: Theme.large ? 2 : 1
            columnSpacing: Theme.gapTile
            rowSpacing: Theme.gap
            Rectangle {
                Layout.alignment: Qt.AlignHCenter
                implicitWidth: (Theme.large ? 144 : 176) * Theme.u
                implicitHeight: implicitWidth
                radius: width / 2
                color: Theme.white
                Icon { anchors.centerIn: parent; name: "check"; size: parent.width * 0.68; color: Theme.good }
            }
            Line { Layout.fillWidth: !Theme.large; Layout.maximumWidth: column.width - (Theme.large ? 180 : 0) * Theme.u; text: TicketNumber.title; font { pixelSize: (Theme.large ? 96 : Shell.english ? 64 : 72) * Theme.u; bold: true } }
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
                anchors { left: parent.left; right: parent.right; margins: 8 * Theme.u; verticalCenter: parent.verticalCenter }
                spacing: Theme.gap
                Line { text: TicketNumber.number; color: Theme.ink; wrapMode: Text.NoWrap; fontSizeMode: Text.HorizontalFit; minimumPixelSize: Theme.textTitle; font { pixelSize: Theme.textNumber; bold: true } }
                StatusChip { Layout.alignment: Qt.AlignHCenter; visible: !Theme.large || TicketNumber.pending; pending: TicketNumber.pending }
            }
        }
        Line { text: TicketNumber.ahead; font { pixelSize: (Theme.large ? 84 : 64) * Theme.u; bold: true } }
        Line { text: TicketNumber.wait; font { pixelSize: (Theme.large ? 72 : 52) * Theme.u; bold: true } }
        Line { text: TicketNumber.go; font { pixelSize: Theme.large ? 72 * Theme.u : 48 * Theme.u; bold: true } Layout.topMargin: Theme.gap }
        Line { text: TicketNumber.note; font.pixelSize: Theme.textBody }
        Line { visible: !Theme.large; text: TicketNumber.due; font.pixelSize: Theme.textBody }
        Item { Layout.fillHeight: true }
    }
}
