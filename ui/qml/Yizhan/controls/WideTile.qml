import QtQuick
import QtQuick.Templates as T
import Yizhan
import Yizhan.Models

// A choice over the full width: icon disc, name, one line, an arrow. Used by 长辈版 and by lists of areas.
T.AbstractButton {
    id: tile
    required property string iconName
    property string sub
    property color fill: Theme.accent
    readonly property color ink: enabled ? Theme.white : Theme.muted

    implicitHeight: Math.max((Theme.large ? 304 : 208) * Theme.u, texts.implicitHeight + 64 * Theme.u)
    scale: pressed ? Theme.sink : 1
    Accessible.name: text
    Accessible.description: sub
    Behavior on scale { NumberAnimation { duration: Theme.pressTime } }
    background: Rectangle {
        radius: Theme.radiusTile
        color: !tile.enabled ? Theme.disabledFill : tile.pressed ? Theme.pressed(tile.fill) : tile.fill
    }
    contentItem: Item {
        Rectangle {
            id: disc
            x: (Theme.large ? 48 : 40) * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: (Theme.large ? 176 : 128) * Theme.u
            height: width
            radius: width / 2
            color: "#26FFFFFF"
            Icon { anchors.centerIn: parent; name: tile.iconName; color: tile.ink; size: parent.width * 0.58 }
        }
        Column {
            id: texts
            anchors { left: disc.right; leftMargin: (Theme.large ? 48 : 32) * Theme.u; right: arrow.left; rightMargin: 8 * Theme.u; verticalCenter: parent.verticalCenter }
            Words { width: parent.width; text: tile.text; color: tile.ink; font { pixelSize: Shell.english ? (Theme.large ? 72 : 46) * Theme.u : Theme.textTile * (Theme.large ? 1 : 0.9); bold: true } }
            Words { width: parent.width; text: tile.sub; color: tile.ink; font.pixelSize: Shell.english ? Theme.textSmall : Theme.textBody; visible: text !== "" }
        }
        Icon { id: arrow; anchors { right: parent.right; rightMargin: 40 * Theme.u; verticalCenter: parent.verticalCenter } name: "chevron-right"; color: tile.ink; size: 72 * Theme.u }
    }
}
