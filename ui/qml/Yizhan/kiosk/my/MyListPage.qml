pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// My numbers, or my rooms and whether I kept to them.
ServicePage {
    id: page
    readonly property bool rooms: My.section === "bookings"
    component Heading: Words { Layout.fillWidth: true; font { pixelSize: Theme.textButton; bold: true } Accessible.role: Accessible.Heading }

    name: "my." + My.section
    service: rooms ? "rooms" : "tickets"
    title: rooms ? qsTr("我的预约") : qsTr("我的号")
    sub: Identity.name
    spacing: Theme.padRow
    onEntered: My.look_again()

    NoticeBar { Layout.fillWidth: true; visible: text !== ""; tone: "error"; iconName: "circle-alert"; text: My.error }
    Item { Layout.fillHeight: true; visible: My.empty && !My.strikes; Layout.maximumHeight: 200 * Theme.u }
    EmptyState {
        Layout.fillWidth: true
        visible: My.empty && !My.strikes
        iconName: page.rooms ? "calendar-days" : "ticket"
        text: page.rooms ? qsTr("最近没有预约") : qsTr("最近没有取号")
        sub: page.rooms ? qsTr("用卡约的场地会列在这里。") : qsTr("用卡取的号会列在这里。")
        action: page.rooms ? qsTr("去约场地") : qsTr("去取号")
        onActed: Shell.open(page.rooms ? "kiosk/rooms/RoomsPage.qml" : "kiosk/tickets/AreasPage.qml")
    }
    Repeater {
        model: My.rows
        delegate: ItemCard {
            id: item
            Layout.fillWidth: true
            busy: Slip.busy
            onActed: Slip.look_up_own(item.model.key)
        }
    }
    Heading { visible: My.strikes; text: qsTr("诚信记录") }
    Repeater {
        model: My.strike_rows
        delegate: ItemCard {
            id: strike
            Layout.fillWidth: true
            busy: My.busy
            onActed: My.appeal(strike.model.key)
        }
    }
    NoticeBar { Layout.fillWidth: true; visible: page.rooms && !My.strikes && !My.empty; tone: "good"; iconName: "shield-check"; text: qsTr("没有失约记录。") }
    NoticeBar { Layout.fillWidth: true; visible: My.may_appeal; iconName: "info"; text: qsTr("记录有误就点“不是这样的”，服务台会核对。") }
    Item { Layout.fillHeight: true }
}
