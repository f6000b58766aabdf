pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Numbers taken by the hour: today's bars before what is usual on this weekday.
DeskCard {
    id: card
    readonly property real most: Today.hours.reduce((most, one) => Math.max(most, one.count, one.usual), 1)

    title: qsTr("每小时取号")
    head: [
        Rectangle { width: 14; height: 14; radius: 3; color: Theme.error; visible: Today.hours.length > 0 },
        Words { text: qsTr("今天 %1").arg(Today.taken); visible: Today.hours.length > 0 },
        Rectangle { width: 14; height: 14; radius: 3; color: Theme.usual; visible: Today.hours.length > 0 },
        Words { text: qsTr("往常"); visible: Today.hours.length > 0 }
    ]
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 96
        spacing: 6
        Repeater {
            model: Today.hours
            ColumnLayout {
                id: hour
                required property var modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                spacing: 4
                Item {
                    id: room
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Rectangle { anchors.bottom: parent.bottom; width: parent.width; radius: 4; color: Theme.usual; height: room.height * hour.modelData.usual / card.most }
                    Rectangle { anchors.bottom: parent.bottom; width: parent.width; radius: 4; color: Theme.error; height: room.height * hour.modelData.count / card.most }
                }
                Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: hour.modelData.hour; color: Theme.muted }
            }
        }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; visible: Today.hours.length === 0; text: qsTr("今天还没有人取号"); color: Theme.muted }
    }
}
