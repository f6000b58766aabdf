pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// A button with the key that does the same; white with an outline, or filled.
T.AbstractButton {
    id: button
    property color fill: Theme.white
    property color ink: Qt.colorEqual(fill, Theme.white) ? Theme.ink : Theme.white
    property string key
    property string iconName
    property bool busy: false

    implicitWidth: Math.max(72, content.implicitWidth + 28)
    implicitHeight: 40
    enabled: !busy
    focusPolicy: Qt.TabFocus
    scale: pressed ? Theme.sink : 1
    Accessible.name: text
    background: Rectangle {
        radius: Theme.radiusButton
        color: !button.enabled && !button.busy ? Theme.disabledFill : button.pressed ? Theme.pressed(button.fill) : button.fill
        border { width: button.visualFocus ? 3 : Qt.colorEqual(button.fill, Theme.white) && button.enabled ? 1 : 0; color: button.visualFocus ? Theme.ink : Theme.outline }
    }
    contentItem: Item {
        RowLayout {
            id: content
            anchors.centerIn: parent
            spacing: 8
            BusyRing { running: button.busy; color: button.ink }
            Icon { name: button.iconName; color: words.color; size: Theme.iconSmall; visible: name !== "" && !button.busy }
            Words { id: words; text: button.text; color: button.enabled || button.busy ? button.ink : Theme.muted; wrapMode: Text.NoWrap; font.bold: true; visible: text !== "" }
            KeyCap { key: button.key; ink: words.color; visible: button.key !== "" }
        }
    }
}
