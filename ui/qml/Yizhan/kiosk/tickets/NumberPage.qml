import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The number, and the slip to be photographed.
ServicePage {
    name: "tickets.number"
    service: "tickets"
    title: Theme.large ? qsTr("记住这个号") : qsTr("请记住号，或拍下小票")
    sub: TicketNumber.item

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gapTile
        SlipPaper { visible: !Theme.large; Layout.fillHeight: true; Layout.preferredWidth: 500 * Theme.u }
        NumberPanel { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 300 * Theme.u }
    }
    QuietButton {
        Layout.fillWidth: true
        visible: Theme.large
        iconName: "qr-code"
        text: qsTr("看小票")
        onClicked: Shell.open("kiosk/tickets/SlipPage.qml")
    }
    actions: [
        OutlineButton { Layout.fillWidth: true; Layout.preferredWidth: 100; text: qsTr("再办一件"); onClicked: TicketNumber.again() },
        PrimaryButton { Layout.fillWidth: true; Layout.preferredWidth: 100; text: qsTr("完成"); onClicked: Shell.wipe() }
    ]
}
