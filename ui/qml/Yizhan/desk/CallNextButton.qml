import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan
import Yizhan.Models

// The main action of a counter: whoever is next.
T.AbstractButton {
    id: button
    readonly property bool free: Counter.state === ""
    readonly property color ink: enabled ? Theme.white : Theme.muted

    implicitHeight: 92
    enabled: Counter.next_number !== "" && free && !Counter.busy
    focusPolicy: Qt.TabFocus
    scale: pressed ? Theme.sink : 1
    text: qsTr("叫下一位")
    Accessible.name: text
    onClicked: Counter.call_next()
    background: Rectangle {
        radius: Theme.radiusCard
        color: !button.enabled ? Theme.disabledFill : button.pressed ? Theme.pressed(Theme.error) : Theme.error
        border { width: button.visualFocus ? 3 : 0; color: Theme.ink }
    }
    contentItem: RowLayout {
        spacing: 16
        ColumnLayout {
            Layout.leftMargin: 20
            Layout.fillWidth: true
            spacing: 0
            Words { text: button.text; color: button.ink }
            Words { text: Counter.next_number === "" ? qsTr("没有人在等") : Counter.next_number; color: button.ink; font { pixelSize: Counter.next_number === "" ? 21 : 38; bold: true } }
        }
        Words { Layout.rightMargin: 20; visible: !button.free; text: qsTr("先把手上的办好"); color: button.ink }
        Icon { name: "megaphone"; size: 36; color: button.ink; visible: button.free }
        KeyCap { Layout.rightMargin: 20; key: "F9"; ink: button.ink; visible: button.free }
    }
}
