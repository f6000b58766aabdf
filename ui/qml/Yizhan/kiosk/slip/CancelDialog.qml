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
    readonly property bool several: !isTicket && Slip.dates_left > 1
    text: Slip.warning
    PrimaryButton { Layout.fillWidth: true; visible: dialog.open; busy: Slip.busy; text: Slip.busy ? qsTr("正在办理…") : dialog.isTicket ? qsTr("取消号码") : dialog.several ? qsTr("只取消这一次") : qsTr("确定取消"); onClicked: Slip.cancel() }
    OutlineButton { Layout.fillWidth: true; visible: dialog.open && dialog.several && !Slip.busy; text: qsTr("%1 次都取消").arg(Slip.dates_left); onClicked: Slip.cancel_all() }
    QuietButton { Layout.fillWidth: true; visible: dialog.open; text: qsTr("不取消"); onClicked: Slip.keep() }
}
