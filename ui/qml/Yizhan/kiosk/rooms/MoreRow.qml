import QtQuick.Layouts
import Yizhan

// 长辈版: the next few of a list.
QuietButton {
    Layout.fillWidth: true
    text: qsTr("看别的")
    iconName: "chevron-down"
}
