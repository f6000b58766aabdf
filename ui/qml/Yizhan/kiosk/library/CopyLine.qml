import QtQuick
import QtQuick.Layouts
import Yizhan

// One physical book: its number, its shelf, its state.
Rectangle {
    id: line
    required property var model

    implicitHeight: row.implicitHeight + 40 * Theme.u
    radius: Theme.radiusCard
    color: Theme.card
    border { width: Theme.hair; color: Theme.hairline }
    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.pad; rightMargin: Theme.padRow }
        spacing: Theme.padRow
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 4 * Theme.u
            Words { Layout.fillWidth: true; text: line.model.number; font { pixelSize: Theme.textBody; bold: true } }
            Words { Layout.fillWidth: true; text: line.model.place; visible: text !== ""; color: Theme.muted; font.pixelSize: Theme.textSmall }
        }
        Badge { text: line.model.badge; tone: line.model.tone; iconName: line.model.icon }
    }
}
