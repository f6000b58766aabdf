import QtQuick
import QtQuick.Templates as T
import Yizhan

// One slot of a day: its times and its word (可约, 已选, 有课).
T.AbstractButton {
    id: cell
    required property string word
    property bool dim: false            // somebody else has it; it can be touched all the same
    readonly property color ink: !enabled || dim && !checked ? Theme.muted : checked ? Theme.white : Theme.ink

    implicitWidth: 312 * Theme.u
    implicitHeight: Math.max(136 * Theme.u, texts.implicitHeight + 24 * Theme.u)
    Accessible.name: text + " " + word
    background: Rectangle {
        radius: Theme.radiusCard
        color: !cell.enabled || cell.dim && !cell.checked && !cell.pressed ? Theme.disabledFill : cell.checked ? Theme.accent : cell.pressed ? Theme.pressedCard : Theme.card
        border { width: cell.enabled && !cell.checked ? Theme.hair : 0; color: Theme.outline }
    }
    contentItem: Item {
        Column {
            id: texts
            anchors.centerIn: parent
            Words { anchors.horizontalCenter: parent.horizontalCenter; text: cell.text; color: cell.ink; font { pixelSize: Theme.large ? 60 * Theme.u : 40 * Theme.u; bold: true } }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: 8 * Theme.u
                Icon { anchors.verticalCenter: parent.verticalCenter; name: "check"; color: Theme.white; size: Theme.iconSmall; visible: cell.checked }
                Words { text: cell.word; color: cell.enabled && !cell.checked && !cell.dim ? Theme.accent : cell.ink; font.pixelSize: Theme.textSmall }
            }
        }
    }
}
