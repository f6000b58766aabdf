import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Asked for: the number, until when it is decided, and the slip to photograph.
ServicePage {
    name: "rooms.done"
    service: "rooms"
    title: RoomResult.waits ? qsTr("排上候补了") : Shell.large ? qsTr("已申请，等答复") : qsTr("拍下小票，等答复")
    sub: RoomResult.room

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gapTile
        SlipPaper { visible: !Theme.large; Layout.fillHeight: true; Layout.preferredWidth: 492 * Theme.u }
        DonePanel { Layout.fillWidth: true; Layout.fillHeight: true }
    }
    actions: [
        QuietButton {
            Layout.fillWidth: true
            visible: Theme.large
            iconName: "qr-code"
            text: qsTr("看小票")
            onClicked: Shell.open("kiosk/rooms/SlipPage.qml")
        },
        PrimaryButton { Layout.fillWidth: true; text: qsTr("完成"); onClicked: Shell.home() }
    ]
}
