import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The new phone number; only the desk keeps it.
ServicePage {
    name: "my.phone"
    service: "station"
    title: qsTr("新的手机号？")
    sub: Identity.name
    form: true
    onEntered: MyData.load()

    DigitField {
        Layout.fillWidth: true
        label: qsTr("手机号")
        placeholder: qsTr("按下面的数字")
        value: MyData.phone
        groups: [3, 4, 4]
        error: MyData.error
    }
    NumberPad {
        Layout.fillWidth: true
        keyHeight: (Theme.large ? 148 : 192) * Theme.u
        value: MyData.phone
        maximum: 11
        onEdited: value => MyData.type_phone(value)
    }
    NoticeBar { Layout.fillWidth: true; visible: MyData.error === "" && !Theme.large; iconName: "shield-check"; text: qsTr("原来的号码这里看不到，只存在服务台。") }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton {
        Layout.fillWidth: true
        implicitHeight: (Theme.large ? 184 : 144) * Theme.u
        text: MyData.busy ? qsTr("正在办理…") : qsTr("改成这个号")
        enabled: MyData.phone_good && !MyData.busy
        reason: qsTr("手机号是 11 位数字")
        busy: MyData.busy
        onClicked: MyData.send_phone()
    }
}
