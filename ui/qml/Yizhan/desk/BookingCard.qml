pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan.Models

// The open booking: what may be done with it, all that is known, what could be had instead. `decides`: Y and R work here.
DeskCard {
    id: card
    property bool decides: true
    property string emptyTitle: qsTr("没有选预约")
    default property alias above: more.data
    readonly property bool free: visible && decides && Bookings.booking !== "" && Requests.declining === "" && !Bookings.actions.open && !(Window.window?.activeFocusItem instanceof TextInput) && !(Window.window?.activeFocusItem instanceof TextEdit)

    title: Bookings.number === "" ? emptyTitle : Bookings.number
    fact: Bookings.left
    spacing: 12
    ColumnLayout { id: more; Layout.fillWidth: true; spacing: 6; visible: children.length > 0 }
    Trouble { Layout.fillWidth: true; text: Bookings.problem }
    Shortcut { sequence: "Y"; enabled: card.free; onActivated: Bookings.actions.begin("approve") }
    Shortcut { sequence: "R"; enabled: card.free && Bookings.undecided; onActivated: Requests.decline(Bookings.booking) }
    DeskButton { visible: card.decides && Bookings.undecided; text: qsTr("拒绝"); key: "R"; onClicked: Requests.decline(Bookings.booking) }
    ActionBar { Layout.fillWidth: true; actions: Bookings.actions }
    Repeater {
        model: Bookings.instead
        DeskButton {
            required property string modelData
            required property int index
            Layout.fillWidth: true
            iconName: "calendar-check"
            text: modelData
            Accessible.name: qsTr("换成") + " " + modelData
            visible: Bookings.undecided
            onClicked: Bookings.take(index)
        }
    }
    DetailPane { Layout.fillWidth: true; Layout.fillHeight: true; sections: Bookings.sections }
}
