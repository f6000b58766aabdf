pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// Facts one under the other: icon, label, words. Without labels they are sentences.
ColumnLayout {
    id: lines
    required property var model
    property bool labelled: true
    property real labelWidth: (Theme.large ? 250 : 180) * Theme.u

    spacing: Theme.large ? 8 * Theme.u : 32 * Theme.u
    Repeater {
        model: lines.model
        RowLayout {
            id: line
            required property string icon
            required property string label
            required property var model
            Layout.fillWidth: true
            spacing: Theme.padRow
            Icon { name: line.icon; color: Theme.accent; size: Theme.iconBody; visible: !Theme.large || !lines.labelled; Layout.alignment: lines.labelled ? Qt.AlignVCenter : Qt.AlignTop; Layout.topMargin: lines.labelled ? 0 : 6 * Theme.u }
            Words { visible: lines.labelled; text: line.label; color: Theme.muted; font.pixelSize: Theme.large ? Theme.textSmall : Theme.textBody; Layout.preferredWidth: lines.labelWidth }
            Words { Layout.fillWidth: true; text: line.model.text; font { pixelSize: Theme.large ? Theme.textSmall : lines.labelled ? Theme.textButton : Theme.textBody; bold: lines.labelled } }
        }
    }
}
