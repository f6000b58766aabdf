pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// 长辈版 asks on a screen of its own how it is to be done.
ServicePage {
    name: "tickets.mode"
    service: "tickets"
    title: qsTr("您想怎么办？")

    Repeater {
        model: Tickets.modes
        ModeButton {
            required property var model
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: 360 * Theme.u
            iconName: model.icon
            text: model.name
            sub: model.about
            checked: model.code === Tickets.mode
            onClicked: { Tickets.choose_mode(model.code); Shell.back() }
        }
    }
    Item { Layout.fillHeight: true }
}
