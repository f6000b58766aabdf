import QtQuick
import Yizhan

// A filled disc with the drawing that goes with the colour and the words.
Rectangle {
    id: disc
    required property string name
    required property color fill
    required property color ink
    property real size: 216 * Theme.u
    implicitWidth: size
    implicitHeight: size
    radius: size / 2
    color: fill
    Icon { anchors.centerIn: parent; name: disc.name; size: disc.size * 2 / 3; color: disc.ink }
}
