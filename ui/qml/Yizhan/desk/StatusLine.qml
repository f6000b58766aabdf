import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Whether the hub is there, what waits for it, and the key to all keys.
Rectangle {
    id: line
    signal keysWanted()
    implicitHeight: 40
    color: Theme.rail
    Rectangle { anchors { left: parent.left; right: parent.right; top: parent.top } height: 1; color: Theme.hairline }
    RowLayout {
        anchors { fill: parent; leftMargin: 16; rightMargin: 16 }
        spacing: 12
        Icon { name: Shell.online ? "cloud-check" : "wifi-off"; size: 22; color: Shell.online ? Theme.good : Theme.wait }
        Words { text: Shell.online ? qsTr("主机在线") : qsTr("断网也能办，数据稍后同步"); color: Shell.online ? Theme.good : Theme.ink; font.bold: true }
        Words { text: qsTr("待上传 %1").arg(Shell.waiting); color: Theme.muted }
        Item { Layout.fillWidth: true }
        Words { text: qsTr("终端 %1").arg(Shell.terminal); color: Theme.muted }
        DeskButton { implicitHeight: 36; fill: Theme.rail; ink: Theme.ink; text: qsTr("全部快捷键"); key: "F1"; onClicked: line.keysWanted() }
    }
}
