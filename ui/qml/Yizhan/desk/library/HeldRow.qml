import QtQuick
import QtQuick.Layouts
import Yizhan
import ".."

// A book that the reader has: when it is due, whether it can be renewed.
Item {
    id: row
    required property string copy
    required property string title
    required property string due
    required property string tone
    required property string renew
    required property string why
    required property bool pending
    signal renewed()
    signal returned()

    implicitHeight: line.implicitHeight + 16
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    RowLayout {
        id: line
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        spacing: 8
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            Words { Layout.fillWidth: true; text: row.title; font.bold: true }
            Words { Layout.fillWidth: true; text: row.due + " · " + row.copy; color: row.tone === "error" ? Theme.error : row.tone === "wait" ? Theme.wait : Theme.muted }
            Words { Layout.fillWidth: true; visible: row.why !== ""; text: row.why; color: Theme.muted }
        }
        Badge { visible: row.pending; text: qsTr("待确认"); tone: "wait"; iconName: "hourglass" }
        DeskButton { visible: row.renew !== ""; text: row.renew; onClicked: row.renewed() }
        DeskButton { text: qsTr("还"); Accessible.name: qsTr("还《%1》").arg(row.title); onClicked: row.returned() }
    }
    Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: 1; color: Theme.hairline }
}
