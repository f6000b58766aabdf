pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Who works here today: login and password; after a pause the password alone.
Rectangle {
    id: page
    color: Theme.paper
    Component.onCompleted: (Session.locked ? password.input : login.input).forceActiveFocus()

    function enter() { Session.sign_in(Session.locked ? Session.login : login.text, password.text); password.text = "" }

    DeskCard {
        anchors.centerIn: parent
        width: 440
        padding: 32
        spacing: 16
        title: Session.locked ? qsTr("%1，欢迎回来").arg(Session.name) : qsTr("前台登录")
        Words { Layout.fillWidth: true; text: Session.station; color: Theme.muted }
        DeskField { id: login; Layout.fillWidth: true; visible: !Session.locked; label: qsTr("登录名"); onAccepted: password.input.forceActiveFocus() }
        DeskField { id: password; Layout.fillWidth: true; label: qsTr("登录密码"); secret: true; onAccepted: page.enter() }
        Trouble { Layout.fillWidth: true; text: Session.wait > 0 ? qsTr("密码不对，请等 %1 秒再试").arg(Session.wait) : Session.refusal !== "" ? Session.refusal : Session.problem }
        Words { Layout.fillWidth: true; visible: Session.demo && !Session.locked; text: qsTr("演示站：clerk、librarian、manager 都可以登录，不用密码。"); color: Theme.muted }
        DeskButton { Layout.fillWidth: true; implicitHeight: 48; fill: Theme.ink; text: qsTr("登录"); iconName: "log-in"; busy: Session.busy; enabled: Session.wait === 0; onClicked: page.enter() }
        RowLayout {
            Layout.fillWidth: true
            DeskButton { Layout.fillWidth: true; text: Shell.english ? "中文" : "English"; onClicked: Shell.toggle_language() }
            DeskButton { Layout.fillWidth: true; visible: !Session.locked; text: qsTr("忘记密码"); onClicked: Entrance.forgot() }
            DeskButton { Layout.fillWidth: true; visible: Session.locked; text: qsTr("换人登录"); onClicked: Session.sign_out() }
        }
    }
}
