pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What falls due today.
DeskCard {
    title: qsTr("今天到期")
    fact: Today.due_words
    spacing: 0
    Trouble { Layout.fillWidth: true; Layout.bottomMargin: 8; text: Today.problem }
    Repeater {
        model: Today.due
        Item {
            id: line
            required property var modelData
            required property int index
            Layout.fillWidth: true
            implicitHeight: 42
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData.words + " " + modelData.count
            Rectangle { visible: line.index > 0; anchors { left: parent.left; right: parent.right } height: 1; color: Theme.hairline }
            RowLayout {
                anchors.fill: parent
                spacing: 10
                Icon { name: line.modelData.icon; size: Theme.iconSmall; color: line.modelData.hot ? Theme.error : Theme.ink }
                Words { text: line.modelData.words; wrapMode: Text.NoWrap }
                Words { text: line.modelData.count; font { pixelSize: 20; bold: true } }
                Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignRight; text: line.modelData.note; color: line.modelData.hot ? Theme.error : Theme.muted; font.bold: line.modelData.hot; wrapMode: Text.NoWrap; elide: Text.ElideRight }
            }
        }
    }
}
