pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// One cell of the week: a party's name on the colour of its state, or a day's times as small bars.
T.AbstractButton {
    id: button
    required property var cell
    required property string name
    property bool selected: false

    implicitHeight: 44
    focusPolicy: Qt.NoFocus
    Accessible.name: name
    background: Rectangle {
        radius: 8
        color: Tones.fill(button.cell.tone)
        border { width: button.selected ? 3 : 1; color: button.selected ? Theme.ink : Theme.hairline }
    }
    contentItem: Item {
        ColumnLayout {
            anchors { fill: parent; margins: button.cell.parts.length > 0 ? 6 : 2 }
            spacing: 4
            Words {
                Layout.fillWidth: true
                Layout.fillHeight: true
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
                text: button.cell.words
                color: Tones.ink(button.cell.tone)
                font.bold: button.cell.parts.length > 0
                lineHeight: 0.9
                wrapMode: Text.WrapAnywhere
            }
            RowLayout {
                Layout.fillWidth: true
                visible: button.cell.parts.length > 0
                spacing: 2
                Repeater {
                    model: button.cell.parts
                    Rectangle { required property string modelData; Layout.fillWidth: true; implicitHeight: 14; Layout.bottomMargin: 2; radius: 3; color: Tones.bar(modelData); border { width: modelData === "free" ? 1 : 0; color: Theme.outline } }
                }
            }
        }
    }
}
