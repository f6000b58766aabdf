import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Call it off? What that means is said before.
FloatingDialog {
    id: dialog
    readonly property bool isTicket: Slip.kind === "ticket"
    open: Slip.asking
    iconName: isTicket ? "ticket" : "calendar-x"
    title: isTicket ? qsTr("取消 %1 号吗？").arg(Slip.number) : qsTr("取消这个预约吗？")
    text: Slip.warning
    PrimaryButton { Layout.fillWidth: true; visible: dialog.open; busy: Slip.busy; text: Slip.busy ? qsTr("正在办理…") : dialog.isTicket ? qsTr("取消号码") : qsTr("确定取消"); onClicked: Slip.cancel() }
    QuietButton { Layout.fillWidth: true; visible: dialog.open; text: qsTr("不取消"); onClicked: Slip.keep() }
}
