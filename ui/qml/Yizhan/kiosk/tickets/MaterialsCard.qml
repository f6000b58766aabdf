pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What to have ready, as the slip lists it: a box to tick for each thing.
Card {
    id: card
    padding: (Theme.large ? 32 : 40) * Theme.u
    spacing: (Theme.large ? 20 : 18) * Theme.u
    RowLayout {
        spacing: Theme.padRow
        Words {
            Layout.fillWidth: Theme.large
            text: Tickets.bring_something ? qsTr("请准备好") : qsTr("什么都不用带")
            font { pixelSize: Theme.textTitle; bold: true }
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignRight
            visible: !Theme.large && Tickets.bring_something
            text: qsTr("缺一样不要紧，窗口教您补")
            color: Theme.muted
            font.pixelSize: Theme.textSmall
        }
    }
    Repeater {
        model: Tickets.materials
        RowLayout {
            id: line
            required property var model
            spacing: Theme.padRow
            Rectangle {
                implicitWidth: (Theme.large ? 56 : 40) * Theme.u
                implicitHeight: implicitWidth
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: (Theme.large ? 20 : 12) * Theme.u
                radius: 8 * Theme.u
                color: Theme.card
                border { width: 4 * Theme.u; color: Theme.outline }
            }
            Words { Layout.fillWidth: true; text: line.model.name }
            Words {
                Layout.alignment: Qt.AlignVCenter
                visible: line.model.optional && !Theme.large
                text: qsTr("有就带")
                color: Theme.muted
                font.pixelSize: Theme.textSmall
            }
        }
    }
}
