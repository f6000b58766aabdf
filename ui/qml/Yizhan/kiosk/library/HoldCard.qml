pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// A book that is waited for: the place in the queue, or that it can be fetched, and 不等了.
Rectangle {
    id: card
    required property var model
    component CallOff: QuietButton {
        text: qsTr("不等了")
        Accessible.name: text + " " + card.model.title
        onClicked: Loans.ask_cancel(card.model.id)
    }

    implicitHeight: column.implicitHeight + 2 * Theme.padRow
    radius: Theme.radiusCard
    color: Theme.card
    border { width: Theme.hair; color: Theme.hairline }
    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.padRow; rightMargin: Theme.padRow }
        spacing: Theme.gap
        RowLayout {
            spacing: Theme.padRow
            BookCover { title: card.model.title; size: (Theme.large ? 208 : 176) * Theme.u; Layout.alignment: Qt.AlignTop }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 8 * Theme.u
                Words { Layout.fillWidth: true; text: card.model.title; maximumLineCount: 2; elide: Text.ElideRight; font { pixelSize: Theme.textButton; bold: true } }
                Words { Layout.fillWidth: true; visible: text !== ""; text: card.model.reader; color: Theme.muted; font.pixelSize: Theme.textSmall }
                Badge { text: card.model.place; tone: card.model.tone; iconName: card.model.icon }
                Words { Layout.fillWidth: true; text: card.model.words; font.pixelSize: Theme.textSmall }
                StatusChip { visible: card.model.pending; pending: true }
            }
            CallOff { visible: !Theme.large; Layout.minimumWidth: 256 * Theme.u; Layout.maximumWidth: 320 * Theme.u }
        }
        CallOff { visible: Theme.large; Layout.fillWidth: true }
    }
}
