import QtQuick
import QtQuick.Layouts
import Yizhan

// What happened, what to do next, one button.
Rectangle {
    id: card
    required property string title
    property string advice
    property string action
    signal acted()

    implicitHeight: column.implicitHeight + 2 * Theme.pad
    implicitWidth: 984 * Theme.u
    radius: Theme.radiusCard
    color: Theme.errorFill
    border { width: Theme.hair; color: Theme.error }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title
    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; margins: Theme.pad; verticalCenter: parent.verticalCenter }
        spacing: Theme.gap
        RowLayout {
            spacing: Theme.padRow
            Icon { name: "circle-alert"; color: Theme.error; size: 72 * Theme.u; Layout.alignment: Qt.AlignTop }
            ColumnLayout {
                spacing: 8 * Theme.u
                Words { Layout.fillWidth: true; text: card.title; color: Theme.error; font { pixelSize: Theme.textButton; bold: true } }
                Words { Layout.fillWidth: true; text: card.advice; color: Theme.ink; font.pixelSize: Theme.textSmall; visible: text !== "" }
            }
        }
        OutlineButton { Layout.fillWidth: true; visible: text !== ""; text: card.action; ink: Theme.error; onClicked: card.acted() }
    }
}
