import QtQuick
import QtQuick.Layouts
import Yizhan

// Two lines that belong together, with an icon: how long the wait is, when it will be done.
Card {
    id: fact
    required property string iconName
    required property string text
    property string sub

    Layout.fillWidth: true
    Layout.preferredWidth: 100
    padding: 28 * Theme.u
    RowLayout {
        spacing: Theme.padRow
        Icon { name: fact.iconName; color: Theme.accent; size: (Theme.large ? 72 : 64) * Theme.u }
        ColumnLayout {
            spacing: 0
            Words { Layout.fillWidth: true; text: fact.text; font { pixelSize: Theme.large ? Theme.textBody : 41 * Theme.u; bold: true } }
            Words { Layout.fillWidth: true; text: fact.sub; color: Theme.muted; font.pixelSize: Theme.textSmall; visible: text !== "" }
        }
        Item { Layout.fillHeight: true }
    }
}
