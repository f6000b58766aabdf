import QtQuick
import QtQuick.Layouts
import Yizhan

// One line of the card: when, where, who.
RowLayout {
    id: fact
    required property string iconName
    required property string text
    required property real size
    property bool bold: false
    visible: text !== ""
    spacing: 20 * Theme.u
    Icon { Layout.alignment: Qt.AlignTop; Layout.topMargin: fact.size * 0.24; name: fact.iconName; color: Theme.muted; size: fact.size }
    Words { Layout.fillWidth: true; text: fact.text; font { pixelSize: fact.size; bold: fact.bold } }
}
