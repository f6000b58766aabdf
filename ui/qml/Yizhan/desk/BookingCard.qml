pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
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
    Shortcut { sequence: "Y"; enabled: card.free; onActivated: Bookings.approve() }
    Shortcut { sequence: "R"; enabled: card.free && Bookings.undecided; onActivated: Requests.decline(Bookings.booking) }
    RowLayout {
        Layout.fillWidth: true
        visible: Bookings.booking !== ""
        spacing: 8
        ActionBar { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; actions: Bookings.actions }
        DeskButton { Layout.alignment: Qt.AlignTop; visible: card.decides && Bookings.undecided; text: qsTr("拒绝"); key: "R"; onClicked: Requests.decline(Bookings.booking) }
    }
    Rectangle {
        Layout.fillWidth: true
        visible: Bookings.contested !== ""
        implicitHeight: offers.implicitHeight + 24
        radius: Theme.radiusCard
        color: Theme.waitFill
        border { width: 1; color: Theme.waitEdge }
        ColumnLayout {
            id: offers
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: 12 }
            spacing: 8
            RowLayout {
                Icon { name: "triangle-alert"; color: Theme.wait; size: Theme.iconSmall }
                Words { Layout.fillWidth: true; text: Bookings.contested; color: Theme.wait; font.bold: true }
            }
            Repeater {
                model: Bookings.instead.slice(0, 2)
                OfferButton {
                    required property string modelData
                    required property int index
                    Layout.fillWidth: true
                    text: qsTr("换成") + " " + modelData
                    onClicked: Bookings.take(index)
                }
            }
        }
    }
    DetailPane { Layout.fillWidth: true; Layout.fillHeight: true; sections: Bookings.sections }
}
