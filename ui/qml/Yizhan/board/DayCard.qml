pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Between calls: what everybody is told, days on which the door stays shut, and today's rooms. Who is in them is nobody's business.
Card {
    id: card
    padding: 32 * Theme.u
    spacing: 8 * Theme.u

    component Announced: Words { font { pixelSize: 48 * Theme.u; bold: true } }

    RowLayout {
        visible: Board.said !== ""
        Layout.fillWidth: true
        Layout.bottomMargin: 8 * Theme.u
        spacing: 16 * Theme.u
        Icon { Layout.alignment: Qt.AlignTop; Layout.topMargin: 6 * Theme.u; name: "megaphone"; color: Theme.colorOf("tickets"); size: 52 * Theme.u }
        Item {
            id: said
            Layout.fillWidth: true
            implicitHeight: all.childrenRect.height  // of the longest: nothing moves when they turn
            Announced { anchors.fill: parent; text: Board.said }
            Item {
                id: all
                visible: false
                Repeater { model: Board.sayings; Announced { required property string modelData; width: said.width; text: modelData } }
            }
        }
    }
    Repeater {
        model: Board.notices
        RowLayout {
            id: notice
            required property string modelData
            Layout.fillWidth: true
            spacing: 16 * Theme.u
            Icon { Layout.topMargin: 6 * Theme.u; name: "info"; color: Theme.wait; size: 48 * Theme.u }
            Words { Layout.fillWidth: true; text: notice.modelData; color: Theme.wait; font { pixelSize: 44 * Theme.u; bold: true } }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 16 * Theme.u
        Icon { Layout.topMargin: 6 * Theme.u; name: "calendar-days"; color: Theme.good; size: 48 * Theme.u }
        Words { Layout.fillWidth: true; text: qsTr("今天的场地"); font { pixelSize: 48 * Theme.u; bold: true } }
        Words { visible: text !== ""; text: Board.part; color: Theme.muted; font.pixelSize: 44 * Theme.u }
    }
    Repeater {
        model: Board.rooms
        RowLayout {
            id: room
            required property var modelData
            Layout.fillWidth: true
            spacing: 24 * Theme.u
            Words { Layout.preferredWidth: 320 * Theme.u; text: room.modelData.span; wrapMode: Text.NoWrap; font { pixelSize: 44 * Theme.u; bold: true } }
            Words { Layout.fillWidth: true; text: room.modelData.name; font.pixelSize: 44 * Theme.u }
            Words { Layout.maximumWidth: 420 * Theme.u; text: room.modelData.why; color: Theme.good; horizontalAlignment: Text.AlignRight; font { pixelSize: 44 * Theme.u; bold: true } }
        }
    }
    Words { Layout.fillWidth: true; visible: Board.rooms.length === 0; text: qsTr("接下来都空着，可到自助机预约"); color: Theme.muted; font.pixelSize: 44 * Theme.u }
}
