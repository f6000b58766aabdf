pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Which errand of this area?
ServicePage {
    name: "tickets.items"
    service: "tickets"
    title: qsTr("办哪一件？")
    sub: Tickets.area_name
    spacing: 24 * Theme.u
    onEntered: Tickets.load_items()

    ClosedBar { }
    Repeater {
        model: Tickets.items
        ItemButton {
            required property var model
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: (Theme.large ? 360 : 300) * Theme.u
            text: model.name
            sub: model.about
            fact: model.fact
            onClicked: Tickets.choose_item(model.code)
        }
    }
    MoreButton { text: Tickets.items_more; onClicked: Tickets.turn_items() }
    Waiting { visible: !Tickets.loaded }
    EmptyState {
        visible: Tickets.no_items
        Layout.fillWidth: true
        Layout.topMargin: 160 * Theme.u
        iconName: "inbox"
        text: qsTr("这一类暂时没有可以办的事")
        sub: qsTr("请换一类，或叫人帮忙。")
        action: qsTr("换一类")
        onActed: Shell.back()
    }
    Item { Layout.fillHeight: true }
}
