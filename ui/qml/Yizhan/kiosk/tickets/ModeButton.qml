import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan
import Yizhan.Models

// One way to have it done; the chosen one is filled and ticked.
T.AbstractButton {
    id: button
    required property string iconName
    property string sub
    readonly property color ink: checked ? Theme.white : Theme.ink

    implicitHeight: Math.max(Theme.touch, texts.implicitHeight + 48 * Theme.u)
    implicitWidth: 300 * Theme.u
    scale: pressed ? Theme.sink : 1
    Accessible.name: text
    Accessible.description: sub
    Behavior on scale { NumberAnimation { duration: Theme.pressTime } }
    background: Rectangle {
        radius: Theme.radiusCard
        color: button.checked ? Theme.accent : button.pressed ? Theme.pressedCard : Theme.card
        border { width: button.checked ? 0 : 3 * Theme.u; color: Theme.outline }
    }
    contentItem: Item {
        ColumnLayout {
            id: texts
            anchors { left: parent.left; right: parent.right; leftMargin: 16 * Theme.u; rightMargin: 16 * Theme.u; verticalCenter: parent.verticalCenter }
            spacing: 4 * Theme.u
            RowLayout {
                Layout.alignment: Qt.AlignHCenter
                spacing: 12 * Theme.u
                Icon { name: button.checked ? "check" : button.iconName; color: button.ink; size: Theme.iconBody }
                Words { text: button.text; color: button.ink; font { pixelSize: Shell.english && !Theme.large ? 38 * Theme.u : Theme.textButton; bold: true } Layout.maximumWidth: texts.width - 60 * Theme.u }
            }
            Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: button.sub; color: button.ink; font.pixelSize: Theme.textSmall; visible: text !== "" }
        }
    }
}
