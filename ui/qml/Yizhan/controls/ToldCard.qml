import QtQuick
import QtQuick.Layouts
import Yizhan

// One wish that did not work out: what it was, what had been said, why not and what to do now.
Card {
    id: card
    required property var model
    component Line: Words { Layout.fillWidth: true; visible: text !== ""; font.pixelSize: Theme.large ? Theme.textSmall : Theme.textBody }

    Accessible.role: Accessible.AlertMessage
    Accessible.name: [model.what, model.about, model.time, model.why, model.advice].filter(part => part).join(" ")
    spacing: Theme.padRow
    RowLayout {
        spacing: Theme.padRow
        Icon { name: card.model.icon; color: Theme.accent; size: 64 * Theme.u; Layout.alignment: Qt.AlignTop; visible: !Theme.large }
        ColumnLayout {
            spacing: 8 * Theme.u
            Line { text: card.model.what; font { pixelSize: Theme.textButton; bold: true } }
            Line { text: card.model.about }
            Line { text: card.model.time }
            Line { text: card.model.said; color: Theme.muted; font.pixelSize: Theme.textSmall }
        }
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: Theme.hair; color: Theme.hairline }
    RowLayout {
        spacing: Theme.padRow
        Icon { name: "circle-alert"; color: Theme.error; size: 64 * Theme.u; Layout.alignment: Qt.AlignTop; visible: !Theme.large }
        ColumnLayout {
            spacing: 8 * Theme.u
            Line { text: card.model.why; color: Theme.error; font.bold: true }
            Line { text: card.model.advice }
        }
    }
}
