import QtQuick
import Yizhan

// Turns while we work; comes after 300 ms, so that quick answers do not flicker.
Item {
    id: ring
    property bool running: false
    property color color: Theme.ink
    property real size: 48 * Theme.u

    width: size
    height: size
    visible: running && !delay.running

    Timer { id: delay; interval: 300; running: ring.running }
    Icon {
        name: "loader-circle"
        size: ring.size
        color: ring.color
        RotationAnimation on rotation { from: 0; to: 360; duration: 900; loops: Animation.Infinite; running: ring.visible && Theme.pace > 0 }
    }
}
