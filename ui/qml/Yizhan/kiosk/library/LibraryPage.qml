import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What do you want to do with books?
ServicePage {
    id: page
    component Choice: WideTile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: (Theme.large ? 400 : 352) * Theme.u
    }

    name: "library.start"
    service: "library"
    title: qsTr("借书还是还书？")
    sub: Identity.known ? Identity.name + " · " + Identity.counter : qsTr("还书不用卡")
    spacing: (Theme.large ? 28 : 32) * Theme.u

    Choice { iconName: "search"; text: qsTr("找书"); sub: qsTr("打拼音首字母就能找"); onClicked: { Library.clear(); Shell.open("kiosk/library/SearchPage.qml") } }
    Choice { iconName: "book-open"; text: qsTr("借书"); sub: qsTr("用卡号和密码"); onClicked: Borrowing.begin() }
    Choice { iconName: "book-check"; text: qsTr("还书"); sub: qsTr("不用卡，扫书就行"); onClicked: Returning.begin() }
    Choice { iconName: "book-marked"; text: qsTr("我的借阅"); sub: qsTr("看哪天还，能续借"); onClicked: Loans.open() }
    Item { Layout.fillHeight: true; Layout.maximumHeight: Theme.u }
}
