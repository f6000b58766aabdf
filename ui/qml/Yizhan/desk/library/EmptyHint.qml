import QtQuick
import QtQuick.Layouts
import Yizhan

// What can be done where nothing is yet.
Item {
    id: hint
    required property string text
    required property string iconName
    implicitHeight: column.implicitHeight
    ColumnLayout {
        id: column
        anchors.centerIn: parent
        width: Math.min(parent.width, 420)
        spacing: 12
        Icon { Layout.alignment: Qt.AlignHCenter; name: hint.iconName; size: 56; color: Theme.outline }
        Words { Layout.fillWidth: true; text: hint.text; color: Theme.muted; horizontalAlignment: Text.AlignHCenter }
    }
}
