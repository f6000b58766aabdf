import QtQuick
import QtQuick.Templates as T
import Yizhan

// One fewer or one more, on the answer's own colour.
T.AbstractButton {
    id: button
    required property string iconName
    required property color ink
    required property color fill
    implicitWidth: (Theme.landscape ? 160 : 180) * Theme.u
    implicitHeight: 180 * Theme.u
    autoRepeat: true
    Accessible.name: text
    opacity: enabled ? 1 : 0.4
    background: Rectangle { radius: Theme.radiusButton; color: Theme.dark(button.fill); border { width: 3 * Theme.u; color: button.ink } }
    contentItem: Item { Icon { anchors.centerIn: parent; name: button.iconName; size: 88 * Theme.u; color: button.ink } }
}
