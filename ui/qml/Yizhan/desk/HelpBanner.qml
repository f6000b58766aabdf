pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Somebody at a terminal calls: solid red, for as long as nobody goes.
ColumnLayout {
    spacing: 8
    visible: Today.help.length + Today.going.length > 0
    Repeater {
        model: Today.help
        Rectangle {
            id: call
            required property var modelData
            required property int index
            Layout.fillWidth: true
            implicitHeight: 56
            radius: Theme.radiusCard
            color: Theme.errorFill
            border { width: 2; color: Theme.error }
            Accessible.role: Accessible.AlertMessage
            Accessible.name: modelData.title
            RowLayout {
                anchors { fill: parent; leftMargin: 16; rightMargin: 10 }
                spacing: 14
                Icon { name: "concierge-bell"; color: Theme.error; size: 28 }
                Words { text: call.modelData.title; color: Theme.error; font { pixelSize: 21; bold: true } wrapMode: Text.NoWrap }
                Words { Layout.fillWidth: true; text: call.modelData.words; wrapMode: Text.NoWrap; elide: Text.ElideRight }
                DeskButton { fill: Theme.error; text: qsTr("我去"); key: call.index === 0 ? "F8" : ""; busy: Today.busy; onClicked: Today.go(call.modelData.call) }
            }
        }
    }
    Repeater {
        model: Today.going
        RowLayout {
            id: going
            required property var modelData
            Layout.fillWidth: true
            spacing: 12
            Icon { name: "footprints"; color: Theme.good; size: 24 }
            Words { Layout.fillWidth: true; text: qsTr("正在过去：%1").arg(going.modelData.title); color: Theme.good; font.bold: true }
            DeskButton { text: qsTr("帮好了"); onClicked: Today.over(going.modelData.call) }
        }
    }
}
