import QtQuick
import QtQuick.Templates as T
import Yizhan

// A service on the home grid; `wide` tiles say a fact at the top right. The taller a tile, the larger all that
// stands on it, and a tall one has room for `more`: a station with few services looks as finished as one with many.
T.AbstractButton {
    id: tile
    required property string service
    required property string iconName
    property string sub
    property string fact
    property string more
    property bool wide: false
    readonly property bool low: height < 330 * Theme.u
    readonly property bool tall: height > 480 * Theme.u
    readonly property real growth: Math.max(0, Math.min(1, (height - 336 * Theme.u) / (288 * Theme.u)))
    readonly property color fill: Theme.colorOf(service)

    function grown(from: real, to: real): real { return Math.round(from + (to - from) * growth) * Theme.u }

    implicitWidth: 468 * Theme.u
    implicitHeight: 336 * Theme.u
    scale: pressed ? Theme.sink : 1
    Accessible.name: text
    Accessible.description: [sub, fact, tall ? more : ""].filter(part => part !== "").join(" · ")
    Behavior on scale { NumberAnimation { duration: Theme.pressTime } }
    background: Rectangle {
        radius: Theme.radiusTile
        color: tile.pressed ? Theme.pressed(tile.fill) : tile.fill
    }
    contentItem: Item {
        TileCorner { anchors { right: parent.right; bottom: parent.bottom } tall: tile.tall }
        Rectangle {
            id: disc
            x: Theme.pad
            y: tile.low ? 24 * Theme.u : tile.grown(40, 48)
            width: tile.low ? 96 * Theme.u : tile.wide ? tile.grown(120, 224) : tile.grown(96, 192)
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
            font { pixelSize: tile.grown(40, 52); bold: true }
        }
        Column {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.pad; rightMargin: Theme.padRow; bottomMargin: tile.grown(32, 44) }
            spacing: 4 * Theme.u
            Words { width: parent.width; text: tile.text; color: Theme.white; wrapMode: Text.NoWrap; fontSizeMode: Text.HorizontalFit; minimumPixelSize: Theme.textSmall; font { pixelSize: tile.wide ? tile.grown(tile.low ? 56 : 64, 104) : tile.grown(50, 76); bold: true } }
            Words { width: parent.width; text: tile.sub; color: Theme.white; font.pixelSize: tile.wide ? tile.grown(38, 46) : tile.grown(36, 40); visible: text !== "" }
            Words { width: parent.width; text: tile.more; color: Theme.white; font.pixelSize: tile.wide ? tile.grown(38, 46) : tile.grown(36, 40); visible: text !== "" && tile.tall }
        }
    }
}
