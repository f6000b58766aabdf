import QtQuick
import QtQuick.Layouts
import Yizhan

// The booking that a code stands for: room, time, party, and how sure that is.
Card {
    id: card
    required property var answer
    readonly property real size: (Theme.large ? (Theme.landscape ? 60 : 68) : Theme.landscape ? 50 : 58) * Theme.u
    spacing: 12 * Theme.u
    padding: (Theme.landscape ? 28 : 40) * Theme.u
    GridLayout {
        readonly property real chips: sure.visible ? sure.implicitWidth : valid.visible ? valid.implicitWidth : 0
        Layout.fillWidth: true
        columns: room.implicitWidth + chips + columnSpacing <= card.width - 2 * card.padding ? 2 : 1
        columnSpacing: 24 * Theme.u
        rowSpacing: 12 * Theme.u
        Words { id: room; Layout.fillWidth: true; text: card.answer.room; font { pixelSize: (Theme.landscape ? 66 : Theme.large ? 84 : 72) * Theme.u; bold: true } }
        StatusChip { id: sure; visible: card.answer.chip === "pending" || (card.answer.chip === "confirmed" && !Theme.large); pending: card.answer.chip === "pending" }
        Badge { id: valid; visible: card.answer.chip === "valid"; tone: "wait"; iconName: "calendar-check"; text: qsTr("预约有效") }
    }
    AnswerFact { iconName: "clock"; text: card.answer.when; size: card.size; bold: true }
    AnswerFact { iconName: "map-pin"; text: card.answer.way; size: card.size; bold: true }
    AnswerFact { iconName: "users"; text: card.answer.party; size: card.size }
}
