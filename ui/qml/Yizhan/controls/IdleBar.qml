import QtQuick
import Yizhan

// The thin bar that says how much time is left; `share` runs from 1 to 0.
Rectangle {
    id: bar
    required property real share
    property color ink: Theme.ink
    implicitHeight: 8 * Theme.u
    implicitWidth: 400 * Theme.u
    radius: height / 2
    color: Theme.functionKey
    Rectangle { width: bar.width * Math.max(0, Math.min(1, bar.share)); height: bar.height; radius: bar.radius; color: bar.ink }
}
