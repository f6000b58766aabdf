import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// One errand of a list: its name with the time promised beside it, and a line on what it is.
T.AbstractButton {
    id: button
    required property string sub
    required property string fact

    implicitHeight: Math.max(Theme.touch, texts.implicitHeight + 2 * Theme.padRow)
    scale: pressed ? Theme.sink : 1
    Accessible.name: text
    Accessible.description: sub + " " + fact
    Behavior on scale { NumberAnimation { duration: Theme.pressTime } }
    background: Rectangle {
        radius: Theme.radiusCard
        color: button.pressed ? Theme.pressedCard : Theme.card
        border { width: Theme.hair; color: Theme.hairline }
    }
    contentItem: Item {
        ColumnLayout {
            id: texts
            anchors { left: parent.left; right: arrow.left; leftMargin: Theme.pad; rightMargin: Theme.gap; verticalCenter: parent.verticalCenter }
            spacing: (Theme.large ? 4 : 8) * Theme.u
            RowLayout {
                spacing: Theme.gap
                Words { Layout.fillWidth: true; text: button.text; font { pixelSize: Theme.large ? Theme.textTitle : Theme.textTitle - 4 * Theme.u; bold: true } }
                Badge { visible: !Theme.large; iconName: "clock"; text: button.fact }
            }
            Words { Layout.fillWidth: true; visible: !Theme.large; text: button.sub; color: Theme.muted; font.pixelSize: Theme.textSmall }
            Words { visible: Theme.large; text: button.fact; color: Theme.muted; font.pixelSize: Theme.textSmall }
        }
        Icon { id: arrow; anchors { right: parent.right; rightMargin: 28 * Theme.u; verticalCenter: parent.verticalCenter } name: "chevron-right"; color: Theme.muted; size: 56 * Theme.u }
    }
}
