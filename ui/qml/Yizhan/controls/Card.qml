import QtQuick
import QtQuick.Layouts
import Yizhan

// White on paper with a hairline; children stand in a column.
Rectangle {
    id: card
    default property alias content: column.data
    property alias spacing: column.spacing
    property real padding: Theme.pad

    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding
    color: Theme.card
    radius: Theme.radiusCard
    border { width: Theme.hair; color: Theme.hairline }
    ColumnLayout {
        id: column
        anchors { fill: parent; margins: card.padding }
        spacing: Theme.gap
    }
}
