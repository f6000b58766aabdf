import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The old PIN, a new one, the new one again.
ServicePage {
    id: page
    name: "my.pin." + MyPin.step
    service: "station"
    title: MyPin.step === "old" ? qsTr("原来的密码？") : MyPin.step === "new" ? qsTr("新密码？") : qsTr("再输一遍新密码")
    sub: qsTr("4 位数字")
    step: ({ old: "1 / 3", "new": "2 / 3", again: "3 / 3" })[MyPin.step] ?? ""
    form: true
    onBack: MyPin.previous()

    DigitField {
        Layout.fillWidth: true
        label: MyPin.step === "old" ? qsTr("原密码") : qsTr("新密码")
        placeholder: qsTr("按下面的数字")
        value: MyPin.digits
        hidden: true
        error: [MyPin.error, Theme.large ? "" : MyPin.advice].filter(part => part !== "").join("\n")
    }
    NumberPad {
        Layout.fillWidth: true
        keyHeight: (Theme.large ? 168 : 192) * Theme.u
        value: MyPin.digits
        maximum: 4
        onEdited: value => MyPin.type_digits(value)
    }
    NoticeBar { Layout.fillWidth: true; visible: MyPin.step !== "again" && MyPin.error === "" && !Theme.large; iconName: "info"; text: MyPin.step === "old" ? qsTr("忘了密码？到服务台可以重设。") : qsTr("不要四个一样的，也不要连着的。") }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton {
        Layout.fillWidth: true
        implicitHeight: (Theme.large ? 184 : 144) * Theme.u
        focusPolicy: Qt.NoFocus
        text: MyPin.busy ? qsTr("正在办理…") : MyPin.step === "again" ? qsTr("确定") : qsTr("下一步")
        enabled: MyPin.complete && !MyPin.busy
        reason: qsTr("密码是 4 位数字")
        busy: MyPin.busy
        onClicked: MyPin.go_on()
    }
}
