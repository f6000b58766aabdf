import QtQuick
import QtQuick.Layouts
import Yizhan

// An empty list says something kind: icon, one sentence, one button.
ColumnLayout {
    id: empty
    required property string iconName
    required property string text
    property string sub
    property string action
    signal acted()

    spacing: Theme.gapGroup
    Icon { Layout.alignment: Qt.AlignHCenter; name: empty.iconName; color: Theme.muted; size: 96 * Theme.u }
    Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: empty.text; font { pixelSize: Theme.textButton; bold: true } }
    Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: empty.sub; color: Theme.muted; visible: text !== "" }
    OutlineButton { Layout.alignment: Qt.AlignHCenter; visible: text !== ""; text: empty.action; onClicked: empty.acted() }
}
