pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What could be had instead, the nearest first; and waiting for the time itself.
ColumnLayout {
    spacing: Theme.gap
    Words { visible: RoomOffers.any && !Theme.large; Layout.fillWidth: true; text: qsTr("这些可以约"); font { pixelSize: Theme.textButton; bold: true } }
    Repeater {
        model: RoomOffers.offers
        ListRow {
            required property var model
            Layout.fillWidth: true
            Layout.preferredHeight: (Theme.large ? 240 : 176) * Theme.u
            iconName: model.icon
            text: model.text
            sub: model.sub
            onClicked: RoomOffers.choose(model.key)
        }
    }
    TouchButton {
        visible: RoomOffers.can_wait
        Layout.fillWidth: true
        Layout.topMargin: Theme.large ? 0 : Theme.gap
        fill: Theme.card
        ink: Theme.accent
        edge: Theme.accent
        edgeWidth: 3 * Theme.u
        iconName: "hourglass"
        busy: RoomRequest.busy
        text: RoomRequest.busy ? qsTr("正在办理…") : qsTr("排候补，有空出来就给我")
        onClicked: RoomRequest.send_waiting()
    }
}
