pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What do you and your children have, until when, and what do you wait for?
ServicePage {
    id: page
    component Heading: Words { Layout.fillWidth: true; Layout.topMargin: Theme.gap; font { pixelSize: Theme.textButton; bold: true } }

    name: "library.loans"
    service: "library"
    title: qsTr("我的借阅")
    sub: Identity.name + " · " + Identity.counter
    spacing: Theme.padRow
    onEntered: Loans.load()

    NoticeBar { Layout.fillWidth: true; visible: text !== ""; tone: "error"; iconName: "circle-alert"; text: Loans.overdue }
    NoticeBar { Layout.fillWidth: true; visible: text !== ""; tone: Loans.tone; iconName: Loans.tone === "good" ? "circle-check" : "triangle-alert"; text: Loans.result }
    Item { Layout.fillHeight: true; visible: Loans.empty; Layout.maximumHeight: 200 * Theme.u }
    EmptyState {
        Layout.fillWidth: true
        visible: Loans.empty
        iconName: "book-open"
        text: qsTr("您手上没有借的书")
        sub: qsTr("一次可以借几本，一个月内还。")
        action: qsTr("去找一本")
        onActed: { Library.clear(); Shell.open("kiosk/library/SearchPage.qml") }
    }
    Repeater {
        model: Loans.loans
        LoanCard { Layout.fillWidth: true }
    }
    Heading { visible: Loans.for_children; text: qsTr("孩子借的书") }
    Repeater {
        model: Loans.children_loans
        LoanCard { Layout.fillWidth: true }
    }
    Heading { visible: Loans.for_holds; text: qsTr("预约的书") }
    Repeater {
        model: Loans.holds
        HoldCard { Layout.fillWidth: true }
    }
    Item { Layout.fillHeight: true }
    CancelHoldDialog { parent: page }
    actions: PrimaryButton {
        Layout.fillWidth: true
        visible: Loans.several
        text: qsTr("全部续借")
        busy: Loans.busy
        onClicked: Loans.renew_all()
    }
}
