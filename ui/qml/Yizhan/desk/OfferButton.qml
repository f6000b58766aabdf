import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// What could be had instead; it wraps where it is long.
T.AbstractButton {
    id: button
    implicitHeight: Math.max(40, words.implicitHeight + 14)
    focusPolicy: Qt.TabFocus
    scale: pressed ? Theme.sink : 1
    Accessible.name: text
    background: Rectangle {
        radius: Theme.radiusButton
        color: button.pressed ? Theme.pressedCard : Theme.white
        border { width: button.visualFocus ? 3 : 1; color: button.visualFocus ? Theme.ink : Theme.outline }
    }
    contentItem: Item {
        RowLayout {
            anchors { left: parent.left; right: parent.right; leftMargin: 12; rightMargin: 12; verticalCenter: parent.verticalCenter }
            spacing: 10
            Icon { name: "calendar-check"; size: Theme.iconSmall; color: Theme.good }
            Words { id: words; Layout.fillWidth: true; text: button.text; font.bold: true }
        }
    }
}
