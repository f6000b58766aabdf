pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// One thing that went wrong: what it is, whom it concerns, what to do about it.
FloatingDialog {
    id: dialog
    open: Troubles.at >= 0
    title: Troubles.title

    Shortcut { sequence: "Esc"; enabled: dialog.open; onActivated: Troubles.close() }
    Shortcut { sequence: "Y"; enabled: dialog.open && Troubles.explains; onActivated: Troubles.explain() }
    Shortcut { sequence: "Right"; enabled: dialog.open && Troubles.place !== ""; onActivated: Troubles.step(1) }
    Shortcut { sequence: "Left"; enabled: dialog.open && Troubles.place !== ""; onActivated: Troubles.step(-1) }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: why.implicitHeight + 32
        radius: Theme.radiusCard
        color: Theme.pressedCard
        Words { id: why; anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: 16 } text: Troubles.text; font.pixelSize: 20; lineHeight: 1.2 }
    }
    Repeater {
        model: Troubles.lines
        RowLayout {
            id: line
            required property var modelData
            Layout.fillWidth: true
            spacing: 12
            Words { Layout.preferredWidth: 110; Layout.alignment: Qt.AlignTop; text: line.modelData.label; color: Theme.muted }
            Words { Layout.fillWidth: true; text: line.modelData.value; font.bold: true }
        }
    }
    Trouble { Layout.fillWidth: true; text: Troubles.problem }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: 4
        visible: Troubles.place !== ""
        spacing: 8
        Words { Layout.fillWidth: true; text: Troubles.place; color: Theme.muted }
        DeskButton { text: qsTr("上一件"); key: "←"; onClicked: Troubles.step(-1) }
        DeskButton { text: qsTr("下一件"); key: "→"; onClicked: Troubles.step(1) }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; text: qsTr("关上"); key: "Esc"; onClicked: Troubles.close() }
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; visible: Troubles.goes !== ""; fill: Theme.ink; text: Troubles.goes; iconName: "settings"; onClicked: Troubles.go() }
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; visible: Troubles.explains; fill: Theme.good; text: qsTr("已经说明"); key: "Y"; busy: Troubles.busy; onClicked: Troubles.explain() }
    }
}
