import QtQuick
import QtQuick.Layouts
import Yizhan

// What was refused or went wrong, above what it concerns.
Rectangle {
    id: trouble
    required property string text

    implicitHeight: words.implicitHeight + 20
    visible: text !== ""
    radius: Theme.radiusButton
    color: Theme.errorFill
    border { width: 1; color: Theme.error }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    RowLayout {
        anchors { fill: parent; leftMargin: 12; rightMargin: 12 }
        spacing: 10
        Icon { name: "circle-alert"; color: Theme.error; size: Theme.iconSmall }
        Words { id: words; Layout.fillWidth: true; text: trouble.text; color: Theme.error; font.bold: true }
    }
}
