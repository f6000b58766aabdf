import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Who is sent for or visited leaves a phone, or tells the counter; who wants a call leaves one.
ServicePage {
    id: page
    readonly property bool calm: Tickets.refused === ""

    name: "tickets.phone"
    service: "tickets"
    title: Tickets.needs_phone ? qsTr("给您回哪个电话？") : qsTr("您的电话？")
    sub: Theme.large ? "" : Tickets.mode_name
    form: true

    ErrorCard {
        Layout.fillWidth: true
        visible: !page.calm
        title: Tickets.refused
        advice: Tickets.refused_advice
        action: Tickets.refused_action
        onActed: Tickets.act_on_refusal()
    }
    DigitField {
        Layout.fillWidth: true
        label: qsTr("手机号")
        placeholder: qsTr("按下面的数字")
        value: Tickets.phone
        groups: [3, 4, 4]
    }
    NumberPad {
        Layout.fillWidth: true
        keyHeight: (Theme.large ? 148 : 192) * Theme.u
        value: Tickets.phone
        maximum: 11
        onEdited: value => Tickets.type_phone(value)
    }
    NoticeBar { Layout.fillWidth: true; visible: page.calm && !Theme.large; iconName: "shield-check"; text: qsTr("只用来跟您联系这一件事，办完就删。") }
    Item { Layout.fillHeight: true }
    OutlineButton {
        Layout.fillWidth: true
        visible: page.calm && !Tickets.needs_phone
        enabled: !Tickets.taking
        text: qsTr("不留电话，到窗口再说")
        onClicked: Tickets.take_without_phone()
    }
    actions: PrimaryButton {
        Layout.fillWidth: true
        Layout.minimumHeight: (Theme.large ? 184 : 144) * Theme.u
        visible: page.calm
        text: Tickets.taking ? qsTr("正在取号…") : qsTr("就留这个电话")
        enabled: Tickets.phone_good
        reason: qsTr("手机号是 11 位数字")
        busy: Tickets.taking
        onClicked: Tickets.take_with_phone()
    }
}
