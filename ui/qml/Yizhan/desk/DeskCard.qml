import QtQuick
import QtQuick.Layouts
import Yizhan

// A white card with its title, a fact at its right, and rows below.
Card {
    id: card
    property string title
    property string fact
    property alias head: more.data

    RowLayout {
        Layout.fillWidth: true
        Layout.minimumHeight: 30
        spacing: Theme.gap
        Words { text: card.title; font { pixelSize: Theme.textTitle; bold: true } }
        RowLayout { id: more; spacing: Theme.gap }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignRight; text: card.fact; color: Theme.muted; elide: Text.ElideRight; wrapMode: Text.NoWrap }
    }
}
