import QtQuick
import QtQuick.Layouts
import Yizhan

// One fact of a slip with its icon.
RowLayout {
    id: fact
    required property string iconName
    required property string text
    property bool main: false

    visible: text !== ""
    spacing: Theme.padRow
    Icon { name: fact.iconName; color: Theme.accent; size: Theme.large ? Theme.iconBody : 56 * Theme.u; Layout.alignment: Qt.AlignTop; Layout.topMargin: (fact.main && !Theme.large ? 18 : 4) * Theme.u }
    Words { Layout.fillWidth: true; text: fact.text; font { pixelSize: Theme.large ? Theme.textBody : fact.main ? 60 * Theme.u : Theme.textButton; bold: fact.main } }
}
