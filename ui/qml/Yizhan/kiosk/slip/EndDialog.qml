import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Leave earlier? The room goes to others at once.
FloatingDialog {
    id: dialog
    open: Slip.ending
    iconName: "log-out"
    title: qsTr("现在就结束吗？")
    text: qsTr("剩下的时间给别人用。\n谢谢您。")
    PrimaryButton { Layout.fillWidth: true; visible: dialog.open; busy: Slip.busy; text: Slip.busy ? qsTr("正在办理…") : qsTr("现在结束"); onClicked: Slip.end() }
    QuietButton { Layout.fillWidth: true; visible: dialog.open; text: qsTr("还没用完"); onClicked: Slip.keep() }
}
