import QtQuick
import QtQuick.Layouts
import Yizhan
import ".."

// One book of the count: right, or what is wrong with it and the button that sets it right.
Item {
    id: row
    required property string number
    required property string title
    required property string words
    required property string tone
    required property string fix
    signal fixed()
    readonly property color ink: tone === "error" ? Theme.error : tone === "wait" ? Theme.wait : Theme.good

    implicitHeight: Math.max(56, line.implicitHeight + 12)
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    RowLayout {
        id: line
        anchors { left: parent.left; right: parent.right; rightMargin: 16; verticalCenter: parent.verticalCenter }
        spacing: 12
        Icon { name: row.tone === "good" ? "circle-check" : row.tone === "error" ? "circle-x" : "triangle-alert"; color: row.ink; size: Theme.iconBody }
        Words { Layout.preferredWidth: 100; text: row.number; font.bold: true; wrapMode: Text.WrapAnywhere }
        Words { Layout.fillWidth: true; Layout.preferredWidth: 1; text: row.title }
        Words { Layout.fillWidth: true; Layout.preferredWidth: 1; text: row.words; color: row.ink; font.bold: row.tone !== "good" }
        Item {
            Layout.preferredWidth: 164
            Layout.preferredHeight: 40
            DeskButton { anchors.right: parent.right; visible: row.fix !== ""; text: row.fix; onClicked: row.fixed() }
        }
    }
    Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: 1; color: Theme.hairline }
}
