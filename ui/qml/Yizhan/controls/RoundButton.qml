import QtQuick
import QtQuick.Templates as T
import Yizhan

// Back and home in the header: 104 drawn, 120 to touch.
T.AbstractButton {
    id: button
    required property string iconName
    implicitWidth: 120 * Theme.u
    implicitHeight: 120 * Theme.u
    leftInset: 8 * Theme.u
    rightInset: 8 * Theme.u
    topInset: 8 * Theme.u
    bottomInset: 8 * Theme.u
    Accessible.name: text
    background: Rectangle {
        radius: height / 2
        color: button.pressed ? "#55FFFFFF" : "#26FFFFFF"
    }
    contentItem: Item {
        Icon { anchors.centerIn: parent; name: button.iconName; color: Theme.white; size: 52 * Theme.u }
    }
}
