pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Shall books that came back be remembered? What is remembered now stands below.
ServicePage {
    id: page
    component Line: Words { Layout.fillWidth: true; visible: text !== ""; font.pixelSize: Theme.textSmall }

    name: "my.history"
    service: "library"
    title: qsTr("借过的书")
    sub: Identity.name
    spacing: Theme.padRow
    onEntered: MyHistory.load()

    NoticeBar { Layout.fillWidth: true; visible: text !== ""; tone: "error"; iconName: "circle-alert"; text: MyHistory.error }
    NoticeBar {
        Layout.fillWidth: true
        visible: MyHistory.loaded
        tone: MyHistory.kept ? "good" : "info"
        iconName: MyHistory.kept ? "book-check" : "shield-check"
        text: MyHistory.kept ? qsTr("现在一直记着，随时可以不记。") : qsTr("现在还书 %1 天后自动抹去。").arg(MyHistory.days)
    }
    Item { Layout.fillHeight: true; visible: MyHistory.loaded && MyHistory.empty; Layout.maximumHeight: 160 * Theme.u }
    EmptyState {
        Layout.fillWidth: true
        visible: MyHistory.loaded && MyHistory.empty
        iconName: "book-open"
        text: qsTr("最近没有还过书")
        sub: qsTr("还过的书会列在这里。")
    }
    Repeater {
        model: MyHistory.rows
        delegate: Card {
            id: card
            required property var model
            Layout.fillWidth: true
            padding: 28 * Theme.u
            spacing: 4 * Theme.u
            Accessible.role: Accessible.StaticText
            Accessible.name: [model.title, model.author, model.returned].join(" ")
            Words { Layout.fillWidth: true; text: card.model.title; font { pixelSize: Theme.textButton; bold: true } }
            Line { text: card.model.author }
            Line { text: card.model.returned; color: Theme.muted }
        }
    }
    Item { Layout.fillHeight: true }
    actions: [
        PrimaryButton {
            Layout.fillWidth: true
            implicitHeight: (Theme.large ? 184 : 144) * Theme.u
            visible: MyHistory.loaded
            text: MyHistory.busy ? qsTr("正在办理…") : MyHistory.kept ? qsTr("不再记了") : qsTr("请帮我一直记着")
            busy: MyHistory.busy
            onClicked: MyHistory.keep(!MyHistory.kept)
        }
    ]
}
