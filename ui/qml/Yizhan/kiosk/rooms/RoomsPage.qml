pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Which room?
ServicePage {
    name: "rooms.room"
    service: "rooms"
    title: qsTr("借哪个场地？")
    sub: qsTr("免费，不用押金")
    step: Rooms.step("room", Shell.large)
    onEntered: { Rooms.come("room"); Rooms.load() }
    spacing: Theme.gap

    BusyRing { visible: !Rooms.ready && Rooms.busy; running: visible; Layout.alignment: Qt.AlignCenter; Layout.topMargin: Theme.pad }
    EmptyState {
        visible: Rooms.problem !== ""
        Layout.fillWidth: true
        iconName: "calendar-x"
        text: Rooms.problem
        action: qsTr("再试一次")
        onActed: Rooms.load()
    }
    Repeater {
        model: Rooms.rooms
        ListRow {
            id: row
            required property var model
            Layout.fillWidth: true
            Layout.preferredHeight: (Theme.large ? 256 : Shell.english ? 188 : 204) * Theme.u
            iconName: model.icon
            text: model.name
            sub: model.sub
            trailing: Words { visible: text !== ""; text: row.model.aside; color: Theme.accent; font { pixelSize: Theme.textSmall; bold: true } }
            onClicked: Rooms.choose(model.code)
        }
    }
    MoreRow { visible: Rooms.more; onClicked: Rooms.turn() }
    NoticeBar {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        visible: Rooms.walk_in !== "" && !Theme.large
        tone: "good"
        iconName: "footprints"
        text: qsTr("随到随用，不用预约：%1").arg(Rooms.walk_in)
    }
    Item { Layout.fillHeight: true }
}
