import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One number that waits, or was put aside and can be fetched back.
Item {
    id: line
    required property string ticket
    required property string number
    required property string item
    required property string person
    required property string lasting
    required property bool pending
    required property bool priority
    required property string state_words
    required property string move

    implicitHeight: Math.max(48, words.implicitHeight + 10)
    Accessible.role: Accessible.ListItem
    Accessible.name: number + " " + item
    RowLayout {
        anchors { fill: parent; bottomMargin: 1 }
        spacing: 12
        Words { Layout.preferredWidth: 64; text: line.number; font { pixelSize: 20; bold: true } }
        Words { id: words; Layout.fillWidth: true; text: line.item }
        Badge { visible: line.priority; text: qsTr("优先"); tone: "wait" }
        StatusChip { pending: true; visible: line.pending }
        Words { visible: line.state_words !== ""; text: line.state_words; color: Theme.wait; font.bold: true }
        Words { text: line.lasting; color: Theme.muted }
        DeskButton { visible: line.move !== ""; implicitHeight: 36; text: qsTr("接着办"); onClicked: Counter.move_one(line.move, line.ticket) }
    }
    Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: 1; color: Theme.hairline }
}
