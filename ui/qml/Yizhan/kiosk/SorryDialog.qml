import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Our mistake: where help is; home comes back by itself.
FloatingDialog {
    open: Shell.sorry
    iconName: "circle-alert"
    iconColor: Theme.error
    title: qsTr("请到服务台")
    text: qsTr("这里出了点问题，工作人员帮您办。马上回到首页。")
    PrimaryButton { Layout.fillWidth: true; fill: Theme.ink; text: qsTr("回首页"); onClicked: Shell.wipe() }
}
