import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// One line of a list: optional icon or leading item, title, sub line, trailing items, an arrow when it leads somewhere.
T.AbstractButton {
    id: row
    property string sub
    property string iconName
    property color iconColor: Theme.accent
    property bool leads: true
    property bool selected: false
    property string reason
    property alias leading: lead.data
    property alias trailing: trail.data

    implicitHeight: Math.max(Theme.touch, line.implicitHeight)
    implicitWidth: line.implicitWidth + 2 * Theme.padRow
    Accessible.name: text
    Accessible.description: [sub, reason].join(" ")
    background: Rectangle {
        radius: Theme.radiusCard
        color: !row.enabled ? Theme.disabledFill : row.selected ? Theme.waitFill : row.pressed ? Theme.pressedCard : Theme.card
        border { width: row.enabled ? (row.selected ? 4 * Theme.u : Theme.hair) : 0; color: row.selected ? Theme.wait : Theme.hairline }
    }
    contentItem: RowLayout {
        id: line
        spacing: Theme.padRow
        Item { Layout.preferredWidth: Theme.u }
        Row { id: lead; visible: children.length > 0; Layout.alignment: Qt.AlignVCenter; Layout.topMargin: Theme.padRow; Layout.bottomMargin: Theme.padRow }
        Icon { name: row.iconName; color: row.enabled ? row.iconColor : Theme.muted; size: 56 * Theme.u }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.padRow
            Layout.bottomMargin: Theme.padRow
            spacing: 4 * Theme.u
            Words { Layout.fillWidth: true; text: row.text; color: row.enabled ? Theme.ink : Theme.muted; font { pixelSize: Theme.large ? Theme.textTitle : Theme.textButton; bold: true } }
            Words { Layout.fillWidth: true; text: row.sub; color: Theme.muted; font.pixelSize: Theme.textSmall; visible: text !== "" }
            Words { Layout.fillWidth: true; text: row.reason; color: Theme.muted; font { pixelSize: Theme.textSmall; bold: true } visible: !row.enabled && text !== "" }
        }
        Row { id: trail; visible: children.length > 0; spacing: Theme.gap; Layout.alignment: Qt.AlignVCenter }
        Icon { name: "chevron-right"; color: Theme.muted; size: Theme.iconBody; visible: row.leads && row.enabled }
        Item { Layout.preferredWidth: Theme.u }
    }
}
