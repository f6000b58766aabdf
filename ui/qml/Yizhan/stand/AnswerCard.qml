import QtQuick
import QtQuick.Layouts
import Yizhan

// The booking that a code stands for: room, time, party, and how sure that is.
Card {
    id: card
    required property var answer
    readonly property real size: (Theme.large ? 68 : 58) * Theme.u
    spacing: 12 * Theme.u
    Flow {
        Layout.fillWidth: true
        spacing: 24 * Theme.u
        Words { id: room; text: card.answer.room; width: Math.min(implicitWidth, parent.width); font { pixelSize: (Theme.large ? 84 : 72) * Theme.u; bold: true } }
        StatusChip { visible: card.answer.chip === "confirmed" || card.answer.chip === "pending"; pending: card.answer.chip === "pending" }
        Badge { visible: card.answer.chip === "valid"; tone: "wait"; iconName: "calendar-check"; text: qsTr("预约有效") }
    }
    RowLayout {
        visible: card.answer.when !== ""
        spacing: 20 * Theme.u
        Icon { name: "clock"; color: Theme.muted; size: card.size }
        Words { Layout.fillWidth: true; text: card.answer.when; font { pixelSize: card.size; bold: true } }
    }
    RowLayout {
        visible: card.answer.party !== ""
        spacing: 20 * Theme.u
        Icon { name: "users"; color: Theme.muted; size: card.size }
        Words { Layout.fillWidth: true; text: card.answer.party; font.pixelSize: card.size }
    }
}
