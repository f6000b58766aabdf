pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import ".."

// Names with a bar each and their number, the largest first.
ListView {
    id: view
    required property var rows
    required property color color

    clip: true
    model: rows
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    spacing: 2
    delegate: ColumnLayout {
        id: line
        required property var modelData
        width: ListView.view.width - 18
        spacing: 2
        RowLayout {
            Layout.fillWidth: true
            spacing: 8
            Words { Layout.fillWidth: true; text: line.modelData.name }
            Words { text: line.modelData.words; wrapMode: Text.NoWrap; font { bold: true; features: Theme.tabular } }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.bottomMargin: 6
            implicitHeight: 8
            radius: 4
            color: Theme.sunk
            Rectangle { height: parent.height; radius: 4; width: parent.width * line.modelData.share; color: view.color }
        }
    }
    Words { anchors.centerIn: parent; visible: view.count === 0; text: qsTr("这段时间没有记录"); color: Theme.muted }
    ScrollMark { list: view }
}
