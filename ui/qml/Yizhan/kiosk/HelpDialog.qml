import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// 叫人帮忙: one question, then what became of it.
FloatingDialog {
    id: dialog
    readonly property string step: Help.state
    readonly property bool asking: step === "asking"
    readonly property bool called: step === "called" || step === "coming" || step === "pending"

    open: step !== "closed"
    iconName: asking ? "concierge-bell" : step === "pending" ? "hourglass" : called ? "circle-check" : "circle-alert"
    iconColor: step === "pending" ? Theme.wait : called ? Theme.good : Theme.error
    title: asking ? qsTr("要叫工作人员过来吗？") : step === "pending" ? qsTr("已记下，还没送到") : step === "coming" ? qsTr("正在过来") : called ? qsTr("已通知工作人员") : qsTr("没能通知到")
    text: asking ? qsTr("您填的内容会留在屏幕上。")
        : called && Help.phone !== "" ? qsTr("一时没人应，可以打站里电话 %1").arg(Help.phone)
        : step === "coming" ? qsTr("工作人员看到了，马上就到。")
        : step === "called" ? qsTr("请在这里稍等，马上有人来。")
        : step === "pending" ? qsTr("现在断网，联网后柜台才看得到。急事请直接到服务台。")
        : qsTr("请直接到服务台，工作人员帮您办。")
    PrimaryButton { Layout.fillWidth: true; visible: dialog.asking; fill: Theme.error; iconName: "concierge-bell"; busy: Help.busy; text: Help.busy ? qsTr("正在通知…") : qsTr("叫人过来"); onClicked: Help.call() }
    QuietButton { Layout.fillWidth: true; visible: dialog.asking; text: qsTr("不用了"); onClicked: Help.close() }
    PrimaryButton { Layout.fillWidth: true; visible: !dialog.asking && dialog.open; fill: Theme.ink; text: qsTr("知道了"); onClicked: Help.close() }
}
