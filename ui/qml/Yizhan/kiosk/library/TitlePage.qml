pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One book: what it is, where it stands, and to borrow or reserve it.
ServicePage {
    id: page
    name: "library.title"
    service: "library"
    title: BookTitle.holdable ? qsTr("要预约这本吗？") : qsTr("要借这本吗？")
    sub: BookTitle.queue
    onEntered: BookTitle.load()

    Card {
        Layout.fillWidth: true
        visible: BookTitle.loaded
        RowLayout {
            spacing: Theme.pad
            BookCover { title: BookTitle.title; size: (Theme.large ? 280 : 320) * Theme.u; Layout.alignment: Qt.AlignTop }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                Words { Layout.fillWidth: true; text: BookTitle.title; font { pixelSize: Theme.large ? Theme.textTitle : 60 * Theme.u; bold: true } }
                Words { Layout.fillWidth: true; text: BookTitle.author; color: Theme.muted; visible: text !== "" }
                Badge { text: BookTitle.badge; tone: BookTitle.tone; iconName: BookTitle.icon; Layout.topMargin: 8 * Theme.u }
                Words { Layout.fillWidth: true; text: BookTitle.back; color: Theme.muted; visible: text !== "" }
                RowLayout {
                    spacing: 8 * Theme.u
                    visible: BookTitle.place !== ""
                    Icon { name: "map-pin"; color: Theme.accent; size: Theme.iconSmall; Layout.alignment: Qt.AlignTop; Layout.topMargin: 8 * Theme.u }
                    Words { Layout.fillWidth: true; text: Theme.large ? BookTitle.place.replace(" · ", "\n") : BookTitle.place; color: Theme.accent; font { pixelSize: Theme.textBody; bold: true } }
                }
            }
        }
    }
    Card {
        Layout.fillWidth: true
        visible: BookTitle.loaded
        GridLayout {
            columns: Theme.large ? 1 : 2
            columnSpacing: Theme.pad
            rowSpacing: Theme.gap
            Repeater {
                model: BookTitle.facts
                RowLayout {
                    id: fact
                    required property var model
                    required property int index
                    Layout.fillWidth: true
                    Layout.preferredWidth: index % 2 ? 38 : 62
                    spacing: Theme.gap
                    Words { Layout.preferredWidth: (Theme.large ? 260 : fact.index % 2 ? 116 : 164) * Theme.u; Layout.alignment: Qt.AlignTop; text: fact.model.label; color: Theme.muted; font.pixelSize: Theme.textSmall }
                    Words { Layout.fillWidth: true; text: fact.model.value; font.pixelSize: Theme.textSmall }
                }
            }
        }
    }
    Words { visible: BookTitle.loaded && !Theme.large; text: qsTr("每一本在哪里"); font { pixelSize: Theme.textButton; bold: true } }
    Repeater {
        model: Theme.large ? null : BookTitle.copies
        CopyLine { Layout.fillWidth: true }
    }
    Item { Layout.fillHeight: true }
    actions: [
        PrimaryButton {
            Layout.fillWidth: true
            visible: BookTitle.lendable
            implicitHeight: (Theme.large ? 184 : 144) * Theme.u
            iconName: "book-open"
            text: qsTr("借这本")
            onClicked: BookTitle.borrow()
        },
        PrimaryButton {
            Layout.fillWidth: true
            visible: BookTitle.loaded && !BookTitle.lendable
            implicitHeight: (Theme.large ? 184 : 144) * Theme.u
            iconName: "calendar-check"
            text: qsTr("预约取书")
            enabled: BookTitle.holdable
            reason: qsTr("这本现在不外借")
            onClicked: BookTitle.wish_hold()
        }
    ]
}
