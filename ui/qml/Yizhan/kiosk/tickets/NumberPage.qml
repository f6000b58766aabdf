import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The number, and the slip to be photographed.
ServicePage {
    name: "tickets.number"
    service: "tickets"
    title: Theme.large ? qsTr("记住这个号") : qsTr("记住号，拍下小票")
    sub: Theme.large || Shell.english ? "" : TicketNumber.item

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gapTile
        SlipPaper { visible: !Theme.large; Layout.fillHeight: true; Layout.preferredWidth: 452 * Theme.u }
        NumberPanel { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 300 * Theme.u }
    }
    component Choice: OutlineButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 100
        leftPadding: 20 * Theme.u
        rightPadding: 20 * Theme.u
        textSize: (Theme.large ? 62 : 44) * Theme.u
    }
    actions: [
        Choice { visible: Theme.large; text: qsTr("看小票"); onClicked: Shell.open("kiosk/tickets/SlipPage.qml") },
        Choice { text: qsTr("再办一件"); onClicked: TicketNumber.again() },
        Choice { text: qsTr("完成"); fill: Theme.accent; ink: Theme.white; onClicked: Shell.wipe() }
    ]
}
