import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Reserved.
ServicePage {
    name: "library.held"
    service: "library"
    title: qsTr("预约取书")
    sub: Identity.name

    ResultPanel {
        Layout.fillWidth: true
        outcome: "success"
        title: qsTr("预约好了")
        sub: qsTr("书还回来就给您留着")
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: row.implicitHeight + 2 * Theme.pad
            radius: Theme.radiusCard
            color: Theme.card
            RowLayout {
                id: row
                anchors { left: parent.left; right: parent.right; margins: Theme.pad; verticalCenter: parent.verticalCenter }
                spacing: Theme.padRow
                BookCover { title: BookTitle.title; size: 240 * Theme.u }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap
                    Words { Layout.fillWidth: true; text: BookTitle.title; font { pixelSize: Theme.textTitle; bold: true } }
                    Words { Layout.fillWidth: true; text: BookTitle.position; visible: text !== ""; font.bold: true }
                    Words { Layout.fillWidth: true; text: BookTitle.back; visible: text !== ""; color: Theme.muted }
                    StatusChip { pending: BookTitle.pending }
                }
            }
        }
        Words { Layout.fillWidth: true; text: qsTr("留 3 个开放日，来取时带上卡。"); color: Theme.white; font.pixelSize: Theme.large ? 64 * Theme.u : 44 * Theme.u }
    }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton { Layout.fillWidth: true; text: qsTr("完成"); onClicked: Shell.wipe() }
}
