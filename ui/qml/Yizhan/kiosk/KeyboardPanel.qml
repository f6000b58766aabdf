import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Yizhan
import Yizhan.Models

// Qt's keyboard with our style and layouts, and the room for candidates always above the keys.
Item {
    id: holder
    objectName: "keyboard"
    height: panel.height
    Rectangle { anchors.fill: parent; color: Theme.keyboard }
    Rectangle { width: parent.width; height: Theme.hair; color: Theme.functionKey }
    InputPanel { id: panel; anchors.horizontalCenter: parent.horizontalCenter; width: Math.min(parent.width, 1080 * Theme.u) }
    Component.onCompleted: {
        VirtualKeyboardSettings.activeLocales = ["zh_CN", "en_US"]
        VirtualKeyboardSettings.locale = Shell.english ? "en_US" : "zh_CN"
        VirtualKeyboardSettings.wordCandidateList.alwaysVisible = true
    }
}
