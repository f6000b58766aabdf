import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Whether we are connected, whether it can be heard, and which stand this is.
RowLayout {
    spacing: 24 * Theme.u
    OnlineStatus { }
    Badge { visible: Stand.silent && !Theme.large; iconName: "volume-x"; text: qsTr("没有声音") }
    Words {
        Layout.fillWidth: true
        visible: !Theme.large
        horizontalAlignment: Text.AlignRight
        text: [qsTr("签到台 %1").arg(Shell.terminal), Shell.place].filter(part => part !== "").join(" · ")
        color: Theme.muted
        font.pixelSize: 38 * Theme.u
    }
}
