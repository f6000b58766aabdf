pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// How can the station reach you? The phone is needed, a name is not.
ServicePage {
    id: page
    name: "rooms.contact"
    service: "rooms"
    title: qsTr("联系电话？")
    sub: qsTr("结果打电话告诉您")
    step: Rooms.step("contact", Shell.large)
    form: true
    spacing: Theme.large ? Theme.gap : Theme.gapGroup
    onEntered: Rooms.come("contact")

    DigitField {
        Layout.fillWidth: true
        label: qsTr("手机号")
        placeholder: qsTr("11 位数字")
        groups: [3, 4, 4]
        value: RoomRequest.phone
        error: RoomRequest.phone_error
        active: Theme.keyboardHeight === 0
        onPressed: page.forceActiveFocus()
    }
    NumberPad {
        Layout.fillWidth: true
        visible: Theme.keyboardHeight === 0
        maximum: 11
        keyHeight: (Theme.large ? 132 : 160) * Theme.u
        value: RoomRequest.phone
        onEdited: phone => RoomRequest.type_phone(phone)
    }
    InputField {
        id: field
        Layout.fillWidth: true
        label: qsTr("联系人（可不填，到服务台再说）")
        placeholder: qsTr("打拼音，如 zhang")
        maximum: 30
        text: RoomRequest.contact
        error: RoomRequest.contact_error
        onEdited: name => RoomRequest.type_contact(name)
        onAccepted: input.focus = false
    }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton {
        Layout.fillWidth: true
        text: qsTr("下一步")
        enabled: RoomRequest.phone.length === 11
        reason: qsTr("手机号还差 %1 位").arg(11 - RoomRequest.phone.length)
        onClicked: Shell.open("kiosk/rooms/PurposePage.qml")
    }
}
