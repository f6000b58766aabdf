pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What do you want to do with your data?
ServicePage {
    id: page
    component Choice: WideTile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: (Theme.large ? 320 : 280) * Theme.u
    }

    name: "my.data"
    service: "station"
    title: qsTr("我的资料")
    sub: Identity.name
    spacing: (Theme.large ? 20 : 28) * Theme.u

    Choice { iconName: "eye"; text: qsTr("存了什么"); sub: qsTr("做什么用、存多久"); onClicked: Shell.open("kiosk/my/KeptPage.qml") }
    Choice { iconName: "phone"; text: qsTr("改电话"); sub: qsTr("换了手机号就改"); onClicked: Shell.open("kiosk/my/PhonePage.qml") }
    Choice { iconName: "key-round"; text: qsTr("改密码"); sub: qsTr("卡的 4 位密码"); onClicked: { MyPin.begin(); Shell.open("kiosk/my/PinPage.qml") } }
    Choice { iconName: "book-check"; text: qsTr("借过的书"); sub: qsTr("要不要一直记着"); onClicked: Shell.open("kiosk/my/HistoryPage.qml") }
    Choice { iconName: "pencil"; text: qsTr("更正或删除"); sub: qsTr("有误，或不想留了"); onClicked: Shell.open("kiosk/my/WrongPage.qml") }
    Item { Layout.fillHeight: true; Layout.maximumHeight: Theme.u }
}
