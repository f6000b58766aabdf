import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The first manager, or a forgotten password, and the code that is shown once.
Rectangle {
    id: page
    readonly property bool first: Entrance.step === "first"
    readonly property bool code: Entrance.step === "code"
    color: Theme.paper

    function send() {
        if (first) Entrance.make_first(login.text, name.text, password.text, again.text)
        else Entrance.recover(login.text, recovery.text, password.text, again.text)
    }

    DeskCard {
        anchors.centerIn: parent
        width: 600
        padding: 28
        spacing: 12
        title: page.code ? qsTr("恢复码，只显示这一次") : page.first ? qsTr("先设一位站长") : qsTr("用恢复码换新的密码")
        Words { Layout.fillWidth: true; visible: page.first; text: qsTr("这台驿站还没有工作人员。站长可以再添加同事。"); color: Theme.muted }
        Words { Layout.fillWidth: true; visible: Entrance.step === "forgot"; text: qsTr("站长用抄下的恢复码；其他同事请站长在“工作人员”里给新密码。"); color: Theme.muted }
        DeskField { id: login; Layout.fillWidth: true; visible: !page.code; maximum: 40; label: qsTr("登录名"); placeholder: qsTr("小写字母和数字，例如 wang"); onAccepted: page.first ? name.input.forceActiveFocus() : recovery.input.forceActiveFocus() }
        DeskField { id: name; Layout.fillWidth: true; visible: page.first; maximum: 30; label: qsTr("姓名"); onAccepted: password.input.forceActiveFocus() }
        DeskField { id: recovery; Layout.fillWidth: true; visible: Entrance.step === "forgot"; maximum: 60; label: qsTr("恢复码"); onAccepted: password.input.forceActiveFocus() }
        DeskField { id: password; Layout.fillWidth: true; visible: !page.code; secret: true; label: qsTr("新的密码"); placeholder: qsTr("至少 8 个字，好记的一句话最好"); onAccepted: again.input.forceActiveFocus() }
        RowLayout {
            visible: !page.code && password.text !== ""
            spacing: 8
            readonly property string lacks: Entrance.lacks(password.text, login.text)
            Icon { name: parent.lacks === "" ? "circle-check" : "info"; size: Theme.iconSmall; color: parent.lacks === "" ? Theme.good : Theme.wait }
            Words { Layout.fillWidth: true; text: parent.lacks === "" ? qsTr("这个密码可以") : parent.lacks; color: parent.lacks === "" ? Theme.good : Theme.wait }
        }
        DeskField { id: again; Layout.fillWidth: true; visible: !page.code; secret: true; label: qsTr("再填一次"); onAccepted: page.send() }
        RecoveryCode { Layout.fillWidth: true; visible: page.code; code: Entrance.code; whose: login.text; done: qsTr("抄好了，去登录"); onKept: Entrance.kept() }
        Trouble { Layout.fillWidth: true; text: Entrance.refusal !== "" ? Entrance.refusal : Entrance.problem }
        RowLayout {
            spacing: 8
            DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; visible: Entrance.step === "forgot"; implicitHeight: 48; text: qsTr("回去登录"); onClicked: Entrance.back() }
            DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; visible: !page.code; implicitHeight: 48; fill: Theme.ink; text: page.first ? qsTr("设好站长") : qsTr("换新的密码"); busy: Entrance.busy; onClicked: page.send() }
            DeskButton { implicitHeight: 48; text: Shell.english ? "中文" : "English"; onClicked: Shell.toggle_language() }
        }
    }
}
