import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// It is done, or written down until the hub is back.
ServicePage {
    name: "my.done"
    service: "station"
    title: qsTr("办好了")
    sub: Identity.name

    ResultPanel {
        Layout.fillWidth: true
        outcome: MyData.outcome
        title: MyData.title
        sub: MyData.sub
    }
    Item { Layout.fillHeight: true }
    actions: [
        OutlineButton { Layout.fillWidth: true; Layout.preferredWidth: 100; implicitHeight: (Theme.large ? 208 : 144) * Theme.u; text: qsTr("结束并清除"); onClicked: Shell.wipe() },
        PrimaryButton { Layout.fillWidth: true; Layout.preferredWidth: 100; implicitHeight: (Theme.large ? 208 : 144) * Theme.u; text: qsTr("回到“我的”"); onClicked: Shell.replace("kiosk/my/MyPage.qml") }
    ]
}
