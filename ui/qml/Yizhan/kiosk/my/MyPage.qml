pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What of mine do I want to see?
ServicePage {
    id: page
    component Choice: WideTile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: (Theme.large ? 400 : 352) * Theme.u
    }

    name: "my.start"
    service: "station"
    title: qsTr("看哪一样？")
    sub: Identity.name
    spacing: (Theme.large ? 28 : 32) * Theme.u
    onEntered: My.load()

    Choice { fill: Theme.colorOf("tickets"); iconName: "ticket"; text: qsTr("我的号"); sub: My.tickets; onClicked: My.show("tickets") }
    Choice { fill: Theme.colorOf("rooms"); iconName: "calendar-days"; text: qsTr("我的预约"); sub: My.bookings; onClicked: My.show("bookings") }
    Choice { fill: Theme.colorOf("library"); iconName: "book-marked"; text: qsTr("我的借阅"); sub: My.loans; onClicked: Loans.open() }
    Choice { iconName: "user"; text: qsTr("我的资料"); sub: qsTr("看资料，改密码"); onClicked: Shell.open("kiosk/my/DataPage.qml") }
    NoticeBar { Layout.fillWidth: true; visible: text !== ""; tone: "error"; iconName: "circle-alert"; text: My.problem }
    Item { Layout.fillHeight: true; Layout.maximumHeight: Theme.u }
}
