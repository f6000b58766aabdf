pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Bookings that no longer fit: nothing is called off by itself.
Rectangle {
    id: card
    implicitHeight: column.implicitHeight + 20
    radius: Theme.radiusButton
    color: Theme.waitFill
    border { width: 1; color: Theme.wait }
    ColumnLayout {
        id: column
        anchors { fill: parent; leftMargin: 12; rightMargin: 12; topMargin: 10; bottomMargin: 10 }
        spacing: 4
        RowLayout {
            spacing: 8
            Icon { name: "triangle-alert"; color: Theme.wait; size: Theme.iconSmall }
            Words { Layout.fillWidth: true; text: qsTr("这些预约和现在的安排对不上，请到“预约”里处理"); color: Theme.wait; font.bold: true }
        }
        Repeater {
            model: StationSettings.affected
            Words { required property string modelData; objectName: "cell"; Layout.fillWidth: true; text: modelData; color: Theme.wait; wrapMode: Text.NoWrap; elide: Text.ElideRight }
        }
    }
}
