pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// Why this book could not be lent or returned, what to do, and which copy was meant.
Rectangle {
    id: box
    required property string title
    required property string advice
    required property string tone
    required property var choices
    readonly property bool grave: tone === "error"
    signal chosen(string number)

    Layout.fillWidth: true
    implicitHeight: column.implicitHeight + 56 * Theme.u
    radius: Theme.radiusCard
    color: grave ? Theme.errorFill : Theme.waitFill
    border { width: Theme.hair; color: grave ? Theme.error : Theme.waitEdge }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title
    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; leftMargin: 32 * Theme.u; rightMargin: 32 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: Theme.gap
        RowLayout {
            spacing: Theme.padRow
            Icon { name: box.grave ? "circle-alert" : "triangle-alert"; color: box.grave ? Theme.error : Theme.wait; size: 56 * Theme.u; Layout.alignment: Qt.AlignTop }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 4 * Theme.u
                Words { Layout.fillWidth: true; text: box.title; color: box.grave ? Theme.error : Theme.wait; font { pixelSize: Theme.textBody; bold: true } }
                Words { Layout.fillWidth: true; visible: text !== ""; text: box.advice; font.pixelSize: Theme.textSmall }
            }
        }
        Flow {
            Layout.fillWidth: true
            visible: box.choices.length > 0
            spacing: Theme.gap
            Repeater {
                model: box.choices
                OutlineButton {
                    required property string modelData
                    implicitHeight: Theme.touch
                    text: modelData
                    onClicked: box.chosen(modelData)
                }
            }
        }
    }
}
