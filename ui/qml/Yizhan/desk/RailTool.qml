import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// A small button at the rail's foot: its drawing, and its name for whoever hears or hovers.
T.AbstractButton {
    id: button
    required property string iconName
    required property string name
    Layout.fillWidth: true
    implicitHeight: 44
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Accessible.name: name
    background: Rectangle { radius: Theme.radiusButton; color: button.pressed ? Theme.sunk : button.hovered ? Theme.white : "transparent"; border { width: button.visualFocus ? 3 : 1; color: button.visualFocus ? Theme.ink : Theme.hairline } }
    contentItem: Item { Icon { anchors.centerIn: parent; name: button.iconName; size: 22; color: Theme.ink } }
    Rectangle {
        visible: button.hovered
        anchors { bottom: parent.top; bottomMargin: 4; left: parent.left }
        width: hint.implicitWidth + 20
        height: hint.implicitHeight + 10
        radius: Theme.radiusButton
        color: Theme.ink
        Words { id: hint; anchors.centerIn: parent; text: button.name; color: Theme.white; wrapMode: Text.NoWrap }
    }
}
