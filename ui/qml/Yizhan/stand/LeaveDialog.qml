import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// For staff: out of the full screen, with the PIN of this machine.
FloatingDialog {
    id: dialog
    open: Leaving.open
    iconName: "log-out"
    iconColor: Theme.ink
    title: qsTr("退出签到台？")
    text: Leaving.needs_pin ? qsTr("只给工作人员用，请输这台机器的退出密码。") : qsTr("演示不用密码。")
    focus: open
    onOpenChanged: if (open) forceActiveFocus()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace) Leaving.type(Leaving.typed.slice(0, -1))
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) Leaving.leave()
        else if (/^[0-9]$/.test(event.text)) Leaving.type(Leaving.typed + event.text)
    }
    DigitField { Layout.fillWidth: true; visible: Leaving.needs_pin; label: qsTr("退出密码"); value: Leaving.typed; hidden: true; placeholder: qsTr("至少四位数字"); error: Leaving.error }
    NumberPad { Layout.fillWidth: true; visible: Leaving.needs_pin; maximum: 12; value: Leaving.typed; keyHeight: (Theme.landscape ? 96 : 136) * Theme.u; onEdited: digits => Leaving.type(digits) }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        QuietButton { Layout.fillWidth: true; Layout.preferredWidth: 1; text: qsTr("不退出"); onClicked: Leaving.stay() }
        PrimaryButton { Layout.fillWidth: true; Layout.preferredWidth: 1; fill: Theme.ink; enabled: !Leaving.needs_pin || Leaving.typed.length >= 4; text: qsTr("退出"); onClicked: Leaving.leave() }
    }
}
