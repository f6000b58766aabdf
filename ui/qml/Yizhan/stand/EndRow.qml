import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan
import Yizhan.Models

// Beside an answer: help, and how soon it goes by itself; a touch ends it at once.
RowLayout {
    spacing: Theme.gapGroup
    HelpButton { }
    T.AbstractButton {
        id: end
        Layout.fillWidth: true
        implicitHeight: Theme.buttonHeight
        text: qsTr("结束并清除")
        Accessible.name: text
        onClicked: Stand.end()
        background: Rectangle { radius: Theme.radiusButton; color: end.pressed ? Theme.pressed(Theme.sunk) : Theme.sunk }
        contentItem: Item {
            Row {
                anchors { centerIn: parent; verticalCenterOffset: -10 * Theme.u }
                spacing: 20 * Theme.u
                Words { text: end.text; font { pixelSize: (Theme.large ? 60 : 44) * Theme.u; bold: true } }
                Words { visible: !Theme.large; anchors.baseline: parent.children[0].baseline; text: qsTr("%1 秒后自动").arg(Stand.left); color: Theme.muted; font.pixelSize: 40 * Theme.u }
            }
            IdleBar { anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 32 * Theme.u; bottomMargin: 14 * Theme.u } share: Stand.share }
        }
    }
}
