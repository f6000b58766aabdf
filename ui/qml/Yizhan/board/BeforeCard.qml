pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The four numbers before, each with its counter; three on a high screen where other things take their room.
Card {
    id: card
    readonly property bool crowded: (Board.said !== "" && !Board.hot) || (Board.silent && Board.cut_off !== "")
    readonly property int rows: crowded && !Theme.landscape ? 3 : 4

    spacing: 0
    padding: 32 * Theme.u
    RowLayout {
        Layout.fillWidth: true
        Layout.bottomMargin: 12 * Theme.u
        Words { Layout.fillWidth: true; text: qsTr("刚叫过"); font { pixelSize: 48 * Theme.u; bold: true } }
        Words { text: qsTr("去几号窗口"); visible: Board.before.length > 0; color: Theme.muted; font.pixelSize: 48 * Theme.u }
    }
    Repeater {
        model: Board.before.length > 0 ? card.rows : 0
        Item {
            id: row
            required property int index
            readonly property var call: Board.before[index]
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: 132 * Theme.u
            Rectangle { visible: row.call !== undefined; anchors { left: parent.left; right: parent.right; top: parent.top } height: Theme.hair; color: Theme.hairline }
            Words {
                objectName: "figure"
                anchors { left: parent.left; right: code.left; rightMargin: 16 * Theme.u; verticalCenter: parent.verticalCenter }
                text: row.call?.number ?? ""
                wrapMode: Text.NoWrap
                font { pixelSize: 124 * Theme.u; bold: true }
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 84 * Theme.u
            }
            Words {
                id: code
                objectName: "figure"
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                text: row.call?.code ?? ""
                color: Theme.accent
                wrapMode: Text.NoWrap
                font { pixelSize: 116 * Theme.u; bold: true }
            }
        }
    }
    Words {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: Board.before.length === 0
        horizontalAlignment: Text.AlignHCenter
        text: Board.now.number === "" ? qsTr("今天还没有叫号") : qsTr("前面没有别的号")
        color: Theme.muted
        font.pixelSize: 50 * Theme.u
    }
    Words { Layout.fillWidth: true; visible: text !== "" && Board.now.number !== ""; text: Board.waiting; color: Theme.muted; font.pixelSize: 48 * Theme.u }
}
