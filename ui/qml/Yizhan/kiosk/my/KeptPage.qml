pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Everything that is kept of me: what it is, what for, until when.
ServicePage {
    id: page
    component Line: Words { Layout.fillWidth: true; visible: text !== ""; font.pixelSize: Theme.textSmall }

    name: "my.kept"
    service: "station"
    title: qsTr("存了您的什么")
    sub: qsTr("号码和名字都遮住一部分")
    spacing: Theme.padRow
    onEntered: MyData.load()

    NoticeBar { Layout.fillWidth: true; visible: text !== ""; tone: "error"; iconName: "circle-alert"; text: MyData.error }
    NoticeBar { Layout.fillWidth: true; visible: !Theme.large; iconName: "shield-check"; text: qsTr("身份证号从来不存。到期的会自动删除。") }
    Repeater {
        model: MyData.kept
        delegate: Card {
            id: card
            required property var model
            Layout.fillWidth: true
            padding: 28 * Theme.u
            Accessible.role: Accessible.StaticText
            Accessible.name: [model.title, model.shown, model.purpose, model.until].join(" ")
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.padRow
                Icon { name: card.model.icon; color: Theme.accent; size: 56 * Theme.u; Layout.alignment: Qt.AlignTop; Layout.topMargin: 6 * Theme.u; visible: !Theme.large }
                ColumnLayout {
                    spacing: 4 * Theme.u
                    Words { Layout.fillWidth: true; text: card.model.title; font { pixelSize: Theme.textButton; bold: true } }
                    Line { text: card.model.shown }
                    Line { text: card.model.purpose; color: Theme.muted }
                    Line { text: card.model.until; color: Theme.muted }
                }
            }
        }
    }
    Item { Layout.fillHeight: true }
}
