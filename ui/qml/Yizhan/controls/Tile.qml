import QtQuick
import QtQuick.Templates as T
import Yizhan

// A service on the home grid; `wide` tiles say a fact at the top right.
T.AbstractButton {
    id: tile
    required property string service
    required property string iconName
    property string sub
    property string fact
    property bool wide: false
    readonly property bool tall: height > 420 * Theme.u
    readonly property color fill: Theme.colorOf(service)

    implicitWidth: 468 * Theme.u
    implicitHeight: 336 * Theme.u
    scale: pressed ? Theme.sink : 1
    Accessible.name: text
    Accessible.description: sub
    Behavior on scale { NumberAnimation { duration: Theme.pressTime } }
    background: Rectangle {
        radius: Theme.radiusTile
        color: tile.pressed ? Theme.pressed(tile.fill) : tile.fill
    }
    contentItem: Item {
        TileCorner { anchors { right: parent.right; bottom: parent.bottom } }
        Rectangle {
            id: disc
            x: Theme.pad
            y: Theme.pad
            width: ((tile.wide ? 120 : 96) + (tile.tall ? 40 : 0)) * Theme.u
            height: width
            radius: width / 2
            color: "#26FFFFFF"
            Icon { anchors.centerIn: parent; name: tile.iconName; color: Theme.white; size: parent.width * 0.54 }
        }
        Words {
            anchors { right: parent.right; rightMargin: Theme.pad + 4 * Theme.u; left: disc.right; leftMargin: Theme.gap; verticalCenter: disc.verticalCenter; verticalCenterOffset: -8 * Theme.u }
            horizontalAlignment: Text.AlignRight
            visible: tile.wide
            text: tile.fact
            color: Theme.white
            font { pixelSize: Theme.textBody; bold: true }
        }
        Column {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.pad; rightMargin: Theme.padRow; bottomMargin: 32 * Theme.u }
            spacing: 4 * Theme.u
            Words { width: parent.width; text: tile.text; color: Theme.white; font { pixelSize: ((tile.wide ? 64 : 50) + (tile.tall ? 8 : 0)) * Theme.u; bold: true } }
            Words { width: parent.width; text: tile.sub; color: Theme.white; font.pixelSize: ((tile.wide ? 38 : 36) + (tile.tall ? 2 : 0)) * Theme.u; visible: text !== "" }
        }
    }
}
