import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// A room's name at the left of its row: into its own week.
T.AbstractButton {
    id: label
    focusPolicy: Qt.NoFocus
    Accessible.name: text
    background: Rectangle { radius: 8; color: label.pressed ? Theme.pressedCard : Theme.white }
    contentItem: RowLayout {
        spacing: 2
        Words { Layout.fillWidth: true; text: label.text }
        Icon { name: "chevron-right"; size: 18; color: Theme.muted }
    }
}
