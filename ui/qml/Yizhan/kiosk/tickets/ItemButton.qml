import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan
import Yizhan.Models

// One errand of a list: its name with the time promised beside it, and a line on what it is.
T.AbstractButton {
    id: button
    required property string sub
    required property string fact
    readonly property bool stacked: Theme.large || Shell.english

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
                Words { Layout.fillWidth: true; text: button.text; font { pixelSize: Theme.large ? Theme.textTitle : (Shell.english ? 42 : 46) * Theme.u; bold: true } }
                Badge { visible: !button.stacked; iconName: "clock"; text: button.fact }
            }
            Words { Layout.fillWidth: true; visible: !Theme.large; text: button.sub; color: Theme.muted; font.pixelSize: Theme.textSmall }
            Words { visible: button.stacked; text: button.fact; color: Theme.muted; font { pixelSize: Theme.textSmall; bold: !Theme.large } }
        }
        Icon { id: arrow; anchors { right: parent.right; rightMargin: 28 * Theme.u; verticalCenter: parent.verticalCenter } name: "chevron-right"; color: Theme.muted; size: 56 * Theme.u }
    }
}
