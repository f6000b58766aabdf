import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Wait no longer? The place in the queue is lost with it, so that is said before.
FloatingDialog {
    id: dialog
    open: Loans.asking !== ""
    iconName: "calendar-x"
    title: qsTr("不等这本书了？")
    text: qsTr("取消《%1》后再约，要重新排队。").arg(Loans.asking)
    PrimaryButton { Layout.fillWidth: true; visible: dialog.open; busy: Loans.busy; text: qsTr("确定取消"); onClicked: Loans.cancel_hold() }
    QuietButton { Layout.fillWidth: true; visible: dialog.open; text: qsTr("再等等"); onClicked: Loans.keep_hold() }
}
