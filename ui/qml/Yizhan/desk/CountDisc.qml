import QtQuick
import Yizhan

// How many wait for somebody here.
Rectangle {
    id: disc
    required property int count

    implicitWidth: Math.max(26, words.implicitWidth + 14)
    implicitHeight: 26
    radius: 13
    color: Theme.error
    visible: count > 0
    Words { id: words; anchors.centerIn: parent; text: disc.count; color: Theme.white; font.bold: true }
}
