import QtQuick
import QtQuick.Layouts
import Yizhan
import ".."

// What the reader waits for, or what lies ready for them.
Item {
    id: row
    required property string title
    required property string words
    required property string tone
    required property string copy
    signal fetched(copy: string)

    implicitHeight: line.implicitHeight + 16
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    RowLayout {
        id: line
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        spacing: 8
        Icon { name: "book-marked"; size: Theme.iconBody; color: row.tone === "good" ? Theme.good : Theme.muted }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            Words { Layout.fillWidth: true; text: row.title; font.bold: true }
            Words { Layout.fillWidth: true; text: row.words; color: row.tone === "good" ? Theme.good : Theme.muted }
        }
        DeskButton { visible: row.copy !== ""; text: qsTr("取书"); fill: Theme.good; onClicked: row.fetched(row.copy) }
    }
    Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: 1; color: Theme.hairline }
}
