pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One loan: until when, how long yet, and 续借 or why not.
Rectangle {
    id: card
    required property var model
    component Renewal: ColumnLayout {
        spacing: 4 * Theme.u
        OutlineButton {
            Layout.fillWidth: true
            visible: card.model.renew !== ""
            text: card.model.renew
            Accessible.name: card.model.renew + " " + card.model.title
            onClicked: Loans.renew(card.model.copy)
        }
        Words { Layout.alignment: Qt.AlignHCenter; visible: text !== "" && !Theme.large; text: card.model.until; color: Theme.muted; font.pixelSize: Theme.textSmall }
        Badge { Layout.alignment: Qt.AlignHCenter; visible: card.model.renewed !== "" && !card.model.pending; text: card.model.renewed; tone: "good"; iconName: "circle-check" }
        StatusChip { Layout.alignment: Qt.AlignHCenter; visible: card.model.pending; pending: true }
    }

    implicitHeight: column.implicitHeight + 2 * Theme.padRow
    radius: Theme.radiusCard
    color: Theme.card
    border { width: (model.tone === "error" ? 4 : 2) * Theme.u; color: model.tone === "error" ? Theme.error : Theme.hairline }
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
                Words { Layout.fillWidth: true; text: card.model.due; font.pixelSize: Theme.textSmall }
                Badge { text: card.model.badge; tone: card.model.tone; iconName: card.model.icon }
                Words { Layout.fillWidth: true; visible: text !== ""; text: card.model.why; color: Theme.muted; font.pixelSize: Theme.textSmall }
            }
            Renewal { visible: !Theme.large; Layout.minimumWidth: 256 * Theme.u; Layout.maximumWidth: 256 * Theme.u }
        }
        Renewal { visible: Theme.large && (card.model.renew !== "" || card.model.renewed !== "" || card.model.pending); Layout.fillWidth: true }
    }
}
