pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// A title in the list: cover, what was found of it, where it stands, whether it can be had.
T.AbstractButton {
    id: row
    required property var model
    component Stock: Column {
        spacing: 4 * Theme.u
        Badge { anchors.horizontalCenter: Theme.large ? undefined : parent.horizontalCenter; text: row.model.badge; tone: row.model.tone; iconName: row.model.icon }
        Words { anchors.horizontalCenter: Theme.large ? undefined : parent.horizontalCenter; text: row.model.note; visible: text !== ""; color: Theme.muted; font.pixelSize: Theme.textSmall }
    }

    text: model.title
    focusPolicy: Qt.NoFocus // the list must not change under the finger
    implicitHeight: line.implicitHeight + 2 * Theme.padRow
    Accessible.name: text
    Accessible.description: [model.badge, model.note, model.place].join(" ")
    background: Rectangle {
        radius: Theme.radiusCard
        color: row.pressed ? Theme.pressedCard : Theme.card
        border { width: Theme.hair; color: Theme.hairline }
    }
    contentItem: Item {
        RowLayout {
            id: line
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.padRow; rightMargin: Theme.padRow }
            spacing: Theme.padRow
            BookCover { title: row.model.title; size: (Theme.large ? 208 : 152) * Theme.u; Layout.alignment: Qt.AlignTop }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2 * Theme.u
                Words { Layout.fillWidth: true; text: row.model.marked; textFormat: Text.StyledText; linkColor: Theme.accent; maximumLineCount: 2; elide: Text.ElideRight; font { pixelSize: Theme.textButton; bold: true } }
                Words { Layout.fillWidth: true; text: row.model.author; textFormat: Text.StyledText; linkColor: Theme.accent; maximumLineCount: 1; elide: Text.ElideRight; color: Theme.muted; font.pixelSize: Theme.textSmall; visible: text !== "" }
                RowLayout {
                    spacing: 8 * Theme.u
                    visible: row.model.place !== ""
                    Icon { name: "map-pin"; color: Theme.accent; size: Theme.iconSmall }
                    Words { Layout.fillWidth: true; text: row.model.place; color: Theme.accent; font { pixelSize: Theme.textSmall; bold: true } }
                }
                Stock { visible: Theme.large; Layout.topMargin: 8 * Theme.u }
            }
            Stock { visible: !Theme.large }
        }
    }
}
