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
    readonly property bool asksRating: isTicket && Slip.rateable && !SlipRating.rated

    name: "slip." + Slip.kind
    service: isBooking || Slip.kind === "refused" ? "rooms" : isTicket ? "tickets" : "station"
    title: asksRating ? qsTr("请您评一评") : SlipRating.rated ? qsTr("您的评价") : isTicket ? qsTr("您的号办到哪了") : Slip.kind === "unknown" ? qsTr("扫码") : qsTr("您的预约")
    onNameChanged: if (visible) entered()

    StatePanel { Layout.fillWidth: true; visible: !SlipRating.rated && !(page.asksRating && (Theme.large || Theme.landscape)); tone: Slip.tone; iconName: Slip.icon; title: Slip.title; sub: Slip.sub }
    StatePanel { Layout.fillWidth: true; visible: SlipRating.rated; tone: SlipRating.unhappy ? "wait" : "success"; iconName: SlipRating.unhappy ? "phone-call" : "heart"; title: SlipRating.thanks; sub: SlipRating.calling }
    NoticeBar { Layout.fillWidth: true; visible: text !== ""; iconName: "circle-alert"; text: Slip.problem || Slip.note || SlipRating.trouble }
    RatingCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.maximumHeight: 1000 * Theme.u; visible: page.asksRating }
    ThanksCard { Layout.fillWidth: true; visible: SlipRating.unhappy }
    TicketCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.maximumHeight: 880 * Theme.u; visible: page.isTicket && !page.asksRating && !SlipRating.unhappy }
    BookingCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.maximumHeight: Math.max(880 * Theme.u, implicitHeight); visible: page.isBooking }
    Loader { Layout.fillWidth: true; active: Slip.kind === "refused"; visible: active; sourceComponent: ToldCard { model: Slip.refusal } }
    KnownCodes { Layout.fillWidth: true; Layout.fillHeight: true; Layout.maximumHeight: 640 * Theme.u; visible: Slip.kind === "unknown" }
    HelpButton { Layout.fillWidth: true; Layout.minimumHeight: 176 * Theme.u; visible: !page.isTicket && !page.isBooking && !Theme.large; textSize: Theme.textTitle }
    Item { Layout.fillHeight: true; Layout.maximumHeight: Slip.kind === "refused" || SlipRating.unhappy ? Infinity : Theme.u }

    component Choice: TouchButton { Layout.fillWidth: true; Layout.preferredWidth: 100; implicitHeight: (Theme.large ? 208 : 152) * Theme.u }
    actions: [
        Choice { visible: Slip.cancellable; fill: Theme.white; ink: Theme.accent; edge: Theme.accent; edgeWidth: 3 * Theme.u; text: page.isTicket ? qsTr("取消这个号") : qsTr("取消预约"); onClicked: Slip.wish_cancel() },
        Choice { visible: Slip.in_use; fill: Theme.white; ink: Theme.accent; edge: Theme.accent; edgeWidth: 3 * Theme.u; text: qsTr("提前结束"); onClicked: Slip.wish_end() },
        Choice { visible: Slip.check_in_shown; fill: Theme.accent; ink: Theme.white; enabled: Slip.check_in_open && !Slip.busy; busy: Slip.busy && !Slip.asking; reason: Slip.check_in_reason; text: qsTr("签到"); onClicked: Slip.check_in() },
        Choice { visible: !Slip.check_in_shown; fill: page.asksRating ? Theme.sunk : Theme.accent; ink: page.asksRating ? Theme.ink : Theme.white; text: page.asksRating ? qsTr("不评了") : qsTr("知道了"); busy: Slip.busy && !Slip.asking && !Slip.ending; onClicked: Slip.understood() }
    ]
    CancelDialog { parent: page }
    EndDialog { parent: page }
}
