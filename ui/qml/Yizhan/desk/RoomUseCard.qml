pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// How much of each room is taken today.
DeskCard {
    title: qsTr("场地使用")
    fact: qsTr("今天已约时段")
    spacing: 0
    ListView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 68
        clip: true
        model: Today.rooms
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        delegate: RowLayout {
            id: line
            required property var modelData
            width: ListView.view.width
            height: Math.max(34, name.implicitHeight + 6)
            spacing: 10
            Words { id: name; Layout.preferredWidth: 150; text: line.modelData.name }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: 12
                radius: 6
                color: Theme.disabledFill
                Rectangle { width: parent.width * line.modelData.share; height: 12; radius: 6; color: Theme.good }
            }
            Words { Layout.preferredWidth: 52; horizontalAlignment: Text.AlignRight; text: line.modelData.words; font.bold: true }
        }
    }
}
