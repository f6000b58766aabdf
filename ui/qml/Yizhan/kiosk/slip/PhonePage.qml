import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Where to call back whoever was not content.
ServicePage {
    name: "slip.phone"
    service: "tickets"
    title: qsTr("给您回哪个电话？")
    form: true

    DigitField {
        Layout.fillWidth: true
        label: qsTr("手机号")
        placeholder: qsTr("按下面的数字")
        value: SlipRating.phone
        error: SlipRating.trouble
        groups: [3, 4, 4]
    }
    NumberPad {
        Layout.fillWidth: true
        keyHeight: (Theme.large ? 168 : 208) * Theme.u
        value: SlipRating.phone
        maximum: 11
        onEdited: value => SlipRating.type_phone(value)
    }
    NoticeBar { Layout.fillWidth: true; visible: !Theme.large; iconName: "shield-check"; text: qsTr("只用来跟您联系这一件事，办完就删。") }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton {
        Layout.fillWidth: true
        Layout.minimumHeight: (Theme.large ? 184 : 144) * Theme.u
        text: qsTr("就留这个电话")
        enabled: SlipRating.phone_good
        reason: qsTr("手机号是 11 位数字")
        busy: SlipRating.busy
        onClicked: SlipRating.leave_phone()
    }
}
