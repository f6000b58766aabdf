pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What is wrong, or shall it all go?
ServicePage {
    id: page
    component Choice: WideTile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: (Theme.large ? 400 : 352) * Theme.u
        enabled: !MyData.busy
    }

    name: "my.wrong"
    service: "station"
    title: qsTr("哪里要改？")
    sub: qsTr("先告诉服务台，带证件来改")
    spacing: (Theme.large ? 28 : 32) * Theme.u
    onEntered: MyData.load()

    NoticeBar { Layout.fillWidth: true; visible: text !== ""; tone: "error"; iconName: "circle-alert"; text: MyData.error }
    Choice { iconName: "user"; text: qsTr("名字不对"); sub: qsTr("写错了，或改了名"); onClicked: MyData.tell_error("name") }
    Choice { iconName: "calendar"; text: qsTr("出生年月不对"); sub: qsTr("差了年份或月份"); onClicked: MyData.tell_error("birth_month") }
    Choice { iconName: "message-square"; text: qsTr("别的不对"); sub: qsTr("当面跟工作人员说"); onClicked: MyData.tell_error("other") }
    Choice { fill: Theme.error; iconName: "trash-2"; text: qsTr("删除我的资料"); sub: MyData.open_wish !== "" ? qsTr("已申请，等服务台处理") : qsTr("删了卡就不能用了"); onClicked: Shell.open("kiosk/my/ErasePage.qml") }
    Item { Layout.fillHeight: true; Layout.maximumHeight: Theme.u }
}
