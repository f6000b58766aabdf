import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan
import Yizhan.Models

// Whether we are connected, and 结束并清除 with the time left when it is short.
Rectangle {
    id: footer
    implicitHeight: Math.max(120 * Theme.u, Theme.touch)
    color: Theme.paper
    RowLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin - 16 * Theme.u }
        OnlineStatus { Layout.fillWidth: true }
        T.AbstractButton {
            id: end
            implicitWidth: words.implicitWidth + 32 * Theme.u
            implicitHeight: footer.implicitHeight
            text: qsTr("结束并清除")
            Accessible.name: text
            onClicked: Shell.wipe()
            background: Rectangle { radius: Theme.radiusCard; color: end.pressed ? Theme.sunk : "transparent" }
            contentItem: Item {
                Row {
                    id: words
                    anchors.centerIn: parent
                    spacing: 12 * Theme.u
                    Words { text: end.text; color: Theme.muted; font { pixelSize: Theme.textSmall; bold: true } }
                    Icon { anchors.verticalCenter: parent.verticalCenter; name: "x"; color: Theme.muted; size: Theme.iconSmall }
                }
            }
        }
    }
}
