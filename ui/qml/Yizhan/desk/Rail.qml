pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The desk's pages at the left, whose desk it is above, who works there below.
Rectangle {
    id: rail
    implicitWidth: 184
    color: Theme.rail

    ColumnLayout {
        anchors { fill: parent; margins: 8; topMargin: 14; bottomMargin: 12 }
        spacing: 3
        Words { Layout.leftMargin: 8; Layout.fillWidth: true; text: Session.station; font { pixelSize: Shell.english ? 18 : 22; bold: true } }
        Words { Layout.leftMargin: 8; Layout.fillWidth: true; Layout.bottomMargin: 8; text: Session.counter_words === "" ? qsTr("前台") : qsTr("前台") + " · " + Session.counter_words; color: Theme.muted; wrapMode: Text.NoWrap; elide: Text.ElideRight }
        Repeater {
            model: Session.pages
            RailButton {
                required property var modelData
                required property int index
                Layout.fillWidth: true
                text: modelData.words
                iconName: modelData.icon
                key: index + 1
                current: Session.page === modelData.page
                count: modelData.page === "requests" ? Requests.size : modelData.page === "told" ? ToTell.waiting : 0
                onClicked: Session.open(modelData.page)
            }
        }
        Item { Layout.fillHeight: true }
        RowLayout {
            Layout.leftMargin: 8
            KeyCap { key: "Ctrl" }
            Words { text: qsTr("+ 数字切换"); color: Theme.muted }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: 4
            spacing: 4
            RailTool { iconName: "languages"; name: Shell.english ? "中文" : "English"; onClicked: Shell.toggle_language() }
            RailTool { iconName: "key-round"; name: qsTr("改我的密码"); onClicked: Operators.own.begin("own") }
            RailTool { iconName: "lock"; name: qsTr("锁屏"); onClicked: Session.lock() }
            RailTool { iconName: "log-out"; name: qsTr("退出登录"); onClicked: Session.sign_out() }
        }
    }
    Rectangle { anchors { right: parent.right; top: parent.top; bottom: parent.bottom } width: 1; color: Theme.hairline }
}
