pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What is it about?
ServicePage {
    name: "tickets.areas"
    service: "tickets"
    title: qsTr("您要办哪类事？")
    sub: Tickets.closed === "" ? Tickets.queue_words : ""
    spacing: (Theme.large ? 28 : 24) * Theme.u
    onEntered: Tickets.load()

    ClosedBar { }
    Repeater {
        model: Tickets.areas
        WideTile {
            required property var model
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: (Theme.large ? 400 : 320) * Theme.u
            fill: Theme.colorOf(model.service)
            iconName: model.icon
            text: model.name
            sub: Theme.large ? "" : model.about
            onClicked: Tickets.choose_area(model.code)
        }
    }
    MoreButton { text: Tickets.areas_more; onClicked: Tickets.turn_areas() }
    Waiting { visible: !Tickets.loaded }
    EmptyState {
        visible: Tickets.no_areas
        Layout.fillWidth: true
        iconName: "inbox"
        text: qsTr("这里还没有可以办的事")
        sub: qsTr("请到服务台，工作人员帮您办。")
        action: qsTr("叫人帮忙")
        onActed: Help.offer()
    }
    Item { Layout.fillHeight: true; Layout.maximumHeight: Theme.large ? Theme.u : -1 }
}
