import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One number, booking or strike: what, when, and how it stands.
Card {
    id: card
    required property var model
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
    OutlineButton { Layout.fillWidth: true; Layout.topMargin: Theme.gap; visible: text !== ""; text: card.model.action; Accessible.name: text + " " + card.model.first; onClicked: My.appeal(card.model.key) }
}
