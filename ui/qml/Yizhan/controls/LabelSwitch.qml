import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// A switch with its words; the whole row is touched.
T.Switch {
    id: control
    property string sub
    property string iconName

    implicitHeight: Math.max(Theme.touch, line.implicitHeight)
    implicitWidth: line.implicitWidth + 2 * Theme.pad
    Accessible.name: text
    background: Rectangle {
        radius: Theme.radiusCard
        color: control.pressed ? Theme.pressedCard : Theme.card
        border { width: control.checked ? 4 * Theme.u : Theme.hair; color: control.checked ? Theme.accent : Theme.hairline }
    }
    indicator: null
    contentItem: RowLayout {
        id: line
        spacing: Theme.padRow
        Item { Layout.preferredWidth: Theme.gap / 2 }
        Icon { name: control.iconName; color: Theme.accent; size: 56 * Theme.u }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.padRow
            Layout.bottomMargin: Theme.padRow
            spacing: 0
            Words { Layout.fillWidth: true; text: control.text; font { pixelSize: Theme.textBody; bold: true } }
            Words { Layout.fillWidth: true; text: control.sub; color: Theme.muted; font.pixelSize: Theme.textSmall; visible: text !== "" }
        }
        Rectangle {
            implicitWidth: 128 * Theme.u
            implicitHeight: 72 * Theme.u
            radius: height / 2
            color: control.checked ? Theme.accent : Theme.disabledFill
            border { width: 3 * Theme.u; color: control.checked ? Theme.accent : Theme.outline }
            Rectangle {
                width: 52 * Theme.u
                height: width
                radius: width / 2
                y: 10 * Theme.u
                x: control.checked ? parent.width - width - 10 * Theme.u : 10 * Theme.u
                color: control.checked ? Theme.white : Theme.outline
                Behavior on x { NumberAnimation { duration: Theme.pressTime } }
                Icon { anchors.centerIn: parent; name: "check"; size: 36 * Theme.u; color: Theme.accent; visible: control.checked }
            }
        }
        Item { Layout.preferredWidth: Theme.gap / 2 }
    }
}
