import QtQuick
import QtQuick.Layouts
import Yizhan

// One choice among equals with an icon: filled and ticked when it is the one.
TouchButton {
    id: choice
    Layout.fillWidth: true
    fill: checked ? Theme.accent : Theme.card
    ink: checked ? Theme.white : Theme.ink
    edge: Theme.outline
    edgeWidth: checked ? 0 : Theme.hair
    Icon {
        anchors { right: parent.right; rightMargin: Theme.padRow; verticalCenter: parent.verticalCenter }
        visible: choice.checked
        name: "check"
        color: Theme.white
        size: Theme.iconSmall
    }
}
