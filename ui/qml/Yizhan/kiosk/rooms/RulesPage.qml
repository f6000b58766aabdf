import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What was chosen and what one agrees to; then the request goes, or says why it could not.
ServicePage {
    id: page
    readonly property bool offering: RoomRequest.refused !== "" && (RoomOffers.any || RoomOffers.can_wait)
    name: "rooms.rules"
    service: "rooms"
    title: RoomRequest.refused === "" ? qsTr("都对吗？") : qsTr("没有约成")
    sub: RoomRequest.refused === "" ? qsTr("看一遍，再提交") : qsTr("前面选的都还在")
    step: Rooms.step("rules", Shell.large)
    form: true
    onEntered: { Rooms.come("rules"); RoomRequest.show_rules() }

    ErrorCard {
        visible: RoomRequest.refused !== ""
        Layout.fillWidth: true
        title: qsTr("没有约成")
        advice: RoomRequest.refused
        action: page.offering ? "" : RoomRequest.way_out
        onActed: RoomRequest.leave_refusal()
    }
    Card {
        visible: !page.offering
        Layout.fillWidth: true
        FactLines { Layout.fillWidth: true; model: RoomRequest.summary }
    }
    OffersList { visible: page.offering; Layout.fillWidth: true }
    Card {
        visible: RoomRequest.refused === ""
        Layout.fillWidth: true
        spacing: Theme.padRow
        Words { Layout.fillWidth: true; text: qsTr("诚信约定"); font { pixelSize: Theme.textButton; bold: true } }
        FactLines { Layout.fillWidth: true; labelled: false; model: RoomRequest.rules }
    }
    NoticeBar { visible: RoomRequest.problem !== ""; Layout.fillWidth: true; tone: "error"; iconName: "circle-alert"; text: RoomRequest.problem }
    Item { Layout.fillHeight: true }
    Connections { target: RoomOffers; function onChosen() { RoomRequest.show_rules() } }
    actions: [
        QuietButton {
            visible: RoomRequest.refused === "" && !RoomRequest.busy
            iconName: "refresh-cw"
            text: qsTr("每周都来")
            onClicked: Shell.open("kiosk/rooms/RepeatPage.qml")
        },
        PrimaryButton {
            Layout.fillWidth: true
            visible: RoomRequest.refused === ""
            text: RoomRequest.busy ? qsTr("正在办理…") : qsTr("同意并提交")
            busy: RoomRequest.busy
            onClicked: RoomRequest.send()
        },
        QuietButton {
            Layout.fillWidth: true
            visible: page.offering && !RoomRequest.busy
            text: RoomRequest.way_out
            onClicked: RoomRequest.leave_refusal()
        }
    ]
}
