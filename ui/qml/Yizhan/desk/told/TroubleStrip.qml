pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// What went wrong, each one touch from its answer; not there at all while everything is well.
Rectangle {
    id: strip
    implicitHeight: 56
    visible: Troubles.chips.length > 0
    radius: Theme.radiusCard
    color: Theme.waitFill
    border { width: 1; color: Theme.waitEdge }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text
    Component.onCompleted: Troubles.refresh()
    RowLayout {
        anchors { fill: parent; leftMargin: 16; rightMargin: 10 }
        spacing: 10
        Icon { name: "triangle-alert"; color: Theme.wait; size: Theme.iconBody }
        Words { id: title; text: qsTr("要看一下"); color: Theme.wait; font.bold: true; wrapMode: Text.NoWrap }
        Item { Layout.fillWidth: true }
        Repeater {
            model: Troubles.chips
            DeskButton {
                required property var modelData
                required property int index
                text: modelData.words
                iconName: modelData.icon
                key: index === 0 ? "F7" : ""
                onClicked: Troubles.open(modelData.at)
            }
        }
        DeskButton { visible: Troubles.more !== ""; text: Troubles.more; onClicked: Troubles.open(Troubles.chips.length) }
    }
}
