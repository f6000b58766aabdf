import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Shall we keep it for you when it comes back?
ServicePage {
    name: "library.hold"
    service: "library"
    title: qsTr("还回来给您留着？")
    sub: Identity.name

    Card {
        Layout.fillWidth: true
        RowLayout {
            spacing: Theme.pad
            BookCover { title: BookTitle.title; size: 280 * Theme.u; Layout.alignment: Qt.AlignTop }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                Words { Layout.fillWidth: true; text: BookTitle.title; font { pixelSize: Theme.large ? Theme.textTitle : 60 * Theme.u; bold: true } }
                Words { Layout.fillWidth: true; text: BookTitle.author; color: Theme.muted; visible: text !== "" }
                Words { Layout.fillWidth: true; text: BookTitle.back; visible: text !== ""; font.bold: true }
                Words { Layout.fillWidth: true; text: BookTitle.queue; color: Theme.muted; visible: text !== "" }
            }
        }
    }
    NoticeBar { Layout.fillWidth: true; visible: BookTitle.trouble === ""; iconName: "info"; text: qsTr("还回来给您留 3 个开放日，来取时带上卡。") }
    ErrorCard {
        Layout.fillWidth: true
        visible: BookTitle.trouble !== ""
        title: BookTitle.trouble
        advice: BookTitle.advice
        action: qsTr("看我的借阅")
        onActed: Loans.open()
    }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton {
        Layout.fillWidth: true
        implicitHeight: (Theme.large ? 184 : 144) * Theme.u
        visible: BookTitle.trouble === ""
        text: qsTr("预约取书")
        busy: BookTitle.busy
        onClicked: BookTitle.hold()
    }
}
