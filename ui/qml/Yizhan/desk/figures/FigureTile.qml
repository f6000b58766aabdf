import QtQuick
import QtQuick.Layouts
import Yizhan

// One number in large, and what it counts.
Rectangle {
    id: tile
    required property string words
    required property string value

    implicitHeight: 76
    radius: Theme.radiusButton
    color: Theme.paper
    Accessible.role: Accessible.StaticText
    Accessible.name: words + " " + value
    ColumnLayout {
        anchors { fill: parent; leftMargin: 12; rightMargin: 8; topMargin: 8; bottomMargin: 8 }
        spacing: 0
        Words { Layout.fillWidth: true; text: tile.words; color: Theme.muted; wrapMode: Text.NoWrap }
        Words { Layout.fillWidth: true; text: tile.value; wrapMode: Text.NoWrap; font { pixelSize: 26; bold: true; features: Theme.tabular } }
    }
}
