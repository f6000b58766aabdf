import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan
import Yizhan.Models

// One time of the chosen day: who is there, or that it is free.
T.AbstractButton {
    id: entry
    required property var modelData
    required property int index
    readonly property bool current: modelData.kind === "booking" && modelData.key === Bookings.booking

    implicitHeight: Math.max(40, row.implicitHeight + 12)
    focusPolicy: Qt.TabFocus
    Accessible.name: modelData.time + " " + modelData.words
    onClicked: Week.take(index)
    background: Rectangle { radius: Theme.radiusButton; color: Tones.fill(entry.modelData.tone); border { width: entry.current || entry.visualFocus ? 3 : 1; color: entry.current || entry.visualFocus ? Theme.ink : Theme.hairline } }
    contentItem: Item {
        RowLayout {
            id: row
            anchors { left: parent.left; right: parent.right; leftMargin: 10; rightMargin: 10; verticalCenter: parent.verticalCenter }
            spacing: 10
            Words { text: entry.modelData.time; font.bold: true; color: Tones.ink(entry.modelData.tone); wrapMode: Text.NoWrap }
            Words { Layout.fillWidth: true; text: entry.modelData.words; color: Tones.ink(entry.modelData.tone) }
        }
    }
}
