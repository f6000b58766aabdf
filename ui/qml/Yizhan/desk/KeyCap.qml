import QtQuick
import Yizhan

// The key that does the same.
Rectangle {
    id: cap
    required property string key
    property color ink: Theme.ink

    implicitWidth: Math.max(26, words.implicitWidth + 12)
    implicitHeight: 28
    radius: 6
    color: "transparent"
    border { width: 1; color: cap.ink }
    Accessible.ignored: true
    Words { id: words; anchors.centerIn: parent; text: cap.key; color: cap.ink }
}
