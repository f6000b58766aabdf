pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// How many have come: may be said with three touches, need not be.
ColumnLayout {
    id: count
    required property color ink
    required property color fill
    spacing: Theme.gap
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        Words { Layout.fillWidth: true; text: qsTr("到场几人？"); color: count.ink; font { pixelSize: (Theme.large ? 72 : 60) * Theme.u; bold: true } }
        Words { visible: !Theme.large && !Theme.landscape; text: HeadCount.booked; color: count.ink; font.pixelSize: 40 * Theme.u }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        CountButton { text: qsTr("少一位"); iconName: "minus"; ink: count.ink; fill: count.fill; enabled: HeadCount.people > 1; onClicked: HeadCount.change(-1) }
        Words { Layout.fillWidth: true; Layout.minimumWidth: 170 * Theme.u; horizontalAlignment: Text.AlignHCenter; text: HeadCount.people; color: count.ink; font { pixelSize: (Theme.landscape ? 112 : 132) * Theme.u; bold: true } Accessible.name: qsTr("到场几人？") + " " + text }
        CountButton { text: qsTr("多一位"); iconName: "plus"; ink: count.ink; fill: count.fill; enabled: HeadCount.people < HeadCount.most; onClicked: HeadCount.change(1) }
        TouchButton { Layout.preferredWidth: (Theme.landscape ? 190 : 264) * Theme.u; implicitHeight: 180 * Theme.u; leftPadding: 12 * Theme.u; rightPadding: 12 * Theme.u; fill: count.ink; ink: Qt.colorEqual(count.ink, Theme.white) ? count.fill : Theme.white; textSize: (Theme.large ? 72 : 64) * Theme.u; text: qsTr("确定"); busy: HeadCount.busy; onClicked: HeadCount.tell() }
    }
    Words { Layout.fillWidth: true; visible: !Theme.large && Theme.landscape; text: HeadCount.booked; color: count.ink; font.pixelSize: 40 * Theme.u }
}
