pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// A slip was held to the scanner: how its ticket or booking stands, and what can be done about it.
ServicePage {
    id: page
    readonly property bool isTicket: Slip.kind === "ticket"
    readonly property bool isBooking: Slip.kind === "booking"

    name: "slip." + Slip.kind
    service: isBooking || Slip.kind === "refused" ? "rooms" : isTicket ? "tickets" : "station"
    title: isTicket ? qsTr("您的号办到哪了") : Slip.kind === "unknown" ? qsTr("扫码") : qsTr("您的预约")
    onNameChanged: if (visible) entered()

    StatePanel { Layout.fillWidth: true; tone: Slip.tone; iconName: Slip.icon; title: Slip.title; sub: Slip.sub }
    TicketCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.maximumHeight: 880 * Theme.u; visible: page.isTicket }
    BookingCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.maximumHeight: 880 * Theme.u; visible: page.isBooking }
    Loader { Layout.fillWidth: true; active: Slip.kind === "refused"; visible: active; sourceComponent: ToldCard { model: Slip.refusal } }
    KnownCodes { Layout.fillWidth: true; Layout.fillHeight: true; Layout.maximumHeight: 640 * Theme.u; visible: Slip.kind === "unknown" }
    NoticeBar { Layout.fillWidth: true; visible: text !== ""; iconName: "circle-alert"; text: Slip.problem || Slip.note }
    HelpButton { Layout.fillWidth: true; Layout.minimumHeight: 176 * Theme.u; visible: !page.isTicket && !page.isBooking && !(Slip.kind === "refused" && Theme.large); textSize: Theme.textTitle }
    Item { Layout.fillHeight: true; Layout.maximumHeight: Slip.kind === "refused" ? Infinity : Theme.u }

    component Choice: TouchButton { Layout.fillWidth: true; Layout.preferredWidth: 100; implicitHeight: (Theme.large ? 208 : 152) * Theme.u }
    actions: [
        Choice { visible: Slip.cancellable; fill: Theme.white; ink: Theme.accent; edge: Theme.accent; edgeWidth: 3 * Theme.u; text: page.isTicket ? qsTr("取消这个号") : qsTr("取消预约"); onClicked: Slip.wish_cancel() },
        Choice { visible: Slip.in_use; fill: Theme.white; ink: Theme.accent; edge: Theme.accent; edgeWidth: 3 * Theme.u; text: qsTr("提前结束"); onClicked: Slip.wish_end() },
        Choice { visible: Slip.check_in_shown; fill: Theme.accent; ink: Theme.white; enabled: Slip.check_in_open && !Slip.busy; busy: Slip.busy && !Slip.asking; reason: Slip.check_in_reason; text: qsTr("签到"); onClicked: Slip.check_in() },
        Choice { visible: !Slip.check_in_shown; fill: Theme.accent; ink: Theme.white; text: qsTr("知道了"); busy: Slip.busy && !Slip.asking && !Slip.ending; onClicked: Slip.understood() }
    ]
    CancelDialog { parent: page }
    EndDialog { parent: page }
}
