import QtQuick
import QtQuick.Templates as T
import Yizhan

// A filter or small choice: `checked` is filled and ticked. With an icon of its own its width stays when it is.
T.AbstractButton {
    id: chip
    property string reason
    property string iconName
    readonly property color ink: !enabled ? Theme.muted : checked ? Theme.white : Theme.ink

    implicitWidth: row.implicitWidth + (iconName === "" ? 56 : 44) * Theme.u
    implicitHeight: Theme.touch
    topInset: 12 * Theme.u
    bottomInset: 12 * Theme.u
    Accessible.name: text
    Accessible.description: reason
    background: Rectangle {
        radius: height / 2
        color: !chip.enabled ? Theme.disabledFill : chip.checked ? Theme.accent : chip.pressed ? Theme.pressedCard : Theme.card
        border { width: chip.checked || !chip.enabled ? 0 : Theme.hair; color: Theme.outline }
    }
    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: 12 * Theme.u
            Icon { anchors.verticalCenter: parent.verticalCenter; name: chip.checked ? "check" : chip.iconName; color: chip.ink; size: Theme.iconSmall; visible: chip.checked || chip.iconName !== "" }
            Words { text: chip.text; color: chip.ink; font { pixelSize: Theme.textSmall; bold: chip.checked || chip.iconName !== "" } }
        }
    }
}
