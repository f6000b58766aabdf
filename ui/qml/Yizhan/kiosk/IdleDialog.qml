import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Nobody has touched for a while: stay, or everything is wiped when the bar is empty.
FloatingDialog {
    open: Idle.warning
    iconName: "hourglass"
    iconColor: Theme.wait
    title: qsTr("您还在吗？")
    text: qsTr("%1 秒后自动结束，并清除您填的内容。").arg(Idle.left)
    PrimaryButton { Layout.fillWidth: true; text: qsTr("我还在"); fill: Theme.ink; onClicked: Idle.stay() }
    TouchButton {
        Layout.fillWidth: true
        text: qsTr("结束并清除")
        onClicked: Shell.wipe()
        IdleBar { anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 16 * Theme.u; leftMargin: Theme.pad; rightMargin: Theme.pad } share: Idle.share }
    }
}
