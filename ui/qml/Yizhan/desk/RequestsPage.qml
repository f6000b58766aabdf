pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan.Models

// Rooms: what waits for a decision, the week, all bookings, the ledger of strikes; one of them open beside.
ColumnLayout {
    id: page
    spacing: 16
    readonly property var files: ({ inbox: "", week: "rooms/WeekPart.qml", all: "rooms/AllPart.qml", strikes: "rooms/StrikesPart.qml", affected: "rooms/AffectedPart.qml" })
    Component.onCompleted: { Week.show(); Requests.show() }
    PageTitle { Layout.fillWidth: true; title: qsTr("预约") }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8
        ChoiceStrip { Layout.fillWidth: true; options: Bookings.parts; value: Bookings.part; onChosen: value => { Bookings.show_part(value); Requests.show() } }
        ActionBar { actions: Week.making }
    }
    HelpBanner { Layout.fillWidth: true }
    Loader { Layout.fillWidth: true; Layout.fillHeight: true; active: Bookings.part !== "inbox"; visible: active; source: page.files[Bookings.part] }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: Bookings.part === "inbox"
        spacing: 16
        RequestsCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 560 }
        BookingCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 560; decides: false }
    }
    ActionForm { actions: Week.making }
    ActionForm { actions: Bookings.actions }
    Component.onDestruction: Bookings.close()
}
