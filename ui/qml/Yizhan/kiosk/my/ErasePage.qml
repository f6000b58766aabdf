pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Shall all of it go? What that means is said before; a wish that is open can be taken back.
ServicePage {
    id: page
    readonly property bool asked: MyData.open_wish !== ""
    component Point: RowLayout {
        id: point
        required property string iconName
        required property string words
        spacing: Theme.padRow
        Icon { name: point.iconName; color: Theme.accent; size: Theme.large ? Theme.iconBody : 56 * Theme.u; Layout.alignment: Qt.AlignTop; Layout.topMargin: 4 * Theme.u }
        Words { Layout.fillWidth: true; text: point.words; font.pixelSize: Theme.large ? Theme.textSmall : Theme.textButton }
    }

    name: "my.erase"
    service: "station"
    title: asked ? qsTr("已申请删除") : qsTr("删除您的资料？")
    sub: Identity.name
    onEntered: MyData.load()

    NoticeBar { Layout.fillWidth: true; visible: text !== ""; tone: "error"; iconName: "circle-alert"; text: MyData.error }
    Card {
        Layout.fillWidth: true
        spacing: (Theme.large ? 24 : 40) * Theme.u
        Point { iconName: "user"; words: qsTr("姓名、电话、填的表都会删") }
        Point { iconName: "credit-card"; words: qsTr("卡不能再用，要用得重新办") }
        Point { iconName: "concierge-bell"; words: qsTr("由服务台删，删前可反悔") }
    }
    NoticeBar { Layout.fillWidth: true; visible: MyData.books > 0; iconName: "book-open"; text: qsTr("还有 %1 本书没还，还清才能删。").arg(MyData.books) }
    NoticeBar { Layout.fillWidth: true; visible: page.asked; tone: "good"; iconName: "circle-check"; text: qsTr("服务台已收到，正在等处理。") }
    Item { Layout.fillHeight: true }
    actions: [
        PrimaryButton {
            Layout.fillWidth: true
            implicitHeight: (Theme.large ? 184 : 144) * Theme.u
            fill: page.asked ? Theme.accent : Theme.error
            text: MyData.busy ? qsTr("正在办理…") : page.asked ? qsTr("不删了") : qsTr("申请删除")
            busy: MyData.busy
            onClicked: page.asked ? MyData.withdraw_erasure() : MyData.wish_erasure()
        }
    ]
}
