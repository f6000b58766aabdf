pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What do you have, and until when?
ServicePage {
    id: page
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
    Item { Layout.fillHeight: true; visible: Loans.empty }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !Loans.empty
        clip: true
        spacing: Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        model: Loans.loans
        delegate: LoanCard { width: list.width }
        ListFade { visible: !list.atYEnd }
    }
    actions: PrimaryButton {
        Layout.fillWidth: true
        visible: Loans.several
        text: qsTr("全部续借")
        busy: Loans.busy
        onClicked: Loans.renew_all()
    }
}
