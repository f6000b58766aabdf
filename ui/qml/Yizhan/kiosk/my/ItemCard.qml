import QtQuick
import QtQuick.Layouts
import Yizhan

// One number, booking or strike: what, when, how it stands, and what may be done about it.
Card {
    id: card
    required property var model
    property bool busy
    signal acted
    component Line: Words { Layout.fillWidth: true; visible: text !== ""; font.pixelSize: Theme.large ? Theme.textSmall : Theme.textBody }

    Accessible.role: Accessible.StaticText
    Accessible.name: [model.title, model.first, model.second, model.badge].filter(part => part).join(" ")
    spacing: 8 * Theme.u
    GridLayout {
        Layout.fillWidth: true
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.padRow
        rowSpacing: 8 * Theme.u
        Words { Layout.fillWidth: true; text: card.model.title; font { pixelSize: Theme.textTitle; bold: true } }
        Row {
            spacing: Theme.gap
            Layout.alignment: Theme.large ? Qt.AlignLeft : Qt.AlignRight
            Badge { text: card.model.badge; tone: card.model.tone; iconName: card.model.icon }
            StatusChip { visible: card.model.pending; pending: true }
        }
    }
    Line { text: card.model.first }
    Line { text: card.model.second; color: Theme.muted }
    TouchButton {
        Layout.topMargin: Theme.gap
        Layout.fillWidth: Theme.large
        visible: text !== ""
        text: card.model.action
        Accessible.name: card.model.spoken
        busy: card.busy
        onClicked: card.acted()
    }
}
