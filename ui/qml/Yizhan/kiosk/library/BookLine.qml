import QtQuick
import QtQuick.Layouts
import Yizhan

// A book that was just lent or returned.
Rectangle {
    id: line
    required property var model
    readonly property color ink: model.tone === "wait" ? Theme.wait : Theme.good

    implicitHeight: row.implicitHeight + 2 * Theme.padRow
    radius: Theme.radiusCard
    color: model.tone === "wait" ? Theme.waitFill : Theme.card
    border { width: Theme.hair; color: model.tone === "wait" ? Theme.waitEdge : Theme.hairline }
    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.padRow; rightMargin: Theme.padRow }
        spacing: Theme.padRow
        BookCover { title: line.model.title; size: 132 * Theme.u; visible: !Theme.large }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 4 * Theme.u
            Words { Layout.fillWidth: true; text: line.model.title; maximumLineCount: 1; elide: Text.ElideRight; font { pixelSize: Theme.textButton; bold: true } }
            RowLayout {
                spacing: 12 * Theme.u
                Icon { name: line.model.icon; color: line.ink; size: Theme.iconSmall }
                Words { Layout.fillWidth: true; text: line.model.words; color: line.ink; font { pixelSize: Theme.textSmall; bold: true } }
            }
        }
    }
}
