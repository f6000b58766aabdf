import QtQuick
import QtQuick.Layouts
import Yizhan

// One scan and what came of it.
Item {
    id: row
    required property string title
    required property string words
    required property string tone
    required property string icon
    readonly property color ink: tone === "error" ? Theme.error : tone === "wait" ? Theme.wait : Theme.good

    implicitHeight: line.implicitHeight + 20
    Accessible.role: Accessible.ListItem
    Accessible.name: title + " " + words
    RowLayout {
        id: line
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        spacing: 12
        Icon { Layout.alignment: Qt.AlignTop; Layout.topMargin: 3; name: row.icon; color: row.ink; size: Theme.iconBody }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            Words { Layout.fillWidth: true; text: row.title; font.bold: true }
            Words { Layout.fillWidth: true; text: row.words; color: row.ink }
        }
    }
    Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: 1; color: Theme.hairline }
}
