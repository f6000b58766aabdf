import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// 长辈版: how many come, and what do they need?
ServicePage {
    name: "rooms.people"
    service: "rooms"
    title: qsTr("多少人来？")
    sub: qsTr("最多 %1 人").arg(Rooms.seats)
    step: Rooms.step("people", Shell.large)
    form: true
    onEntered: { Rooms.come("people"); RoomThings.load() }

    PeopleCard { Layout.fillWidth: true }
    ThingChips { Layout.fillWidth: true }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton {
        Layout.fillWidth: true
        text: qsTr("下一步")
        onClicked: Shell.open("kiosk/rooms/RulesPage.qml")
    }
}
