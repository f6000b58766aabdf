pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The slots of the chosen day; only slots that touch go together.
GridLayout {
    id: grid
    columns: 3
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    uniformCellWidths: true
    Repeater {
        model: RoomCalendar.slots
        SlotCell {
            required property var model
            readonly property bool picked: RoomCalendar.chosen.includes(model.start)
            Layout.fillWidth: true
            text: model.text ?? ""
            word: picked ? qsTr("已选") : model.word ?? ""
            checked: picked
            dim: model.waits ?? false
            enabled: model.can
            onClicked: RoomCalendar.tap(model.start)
        }
    }
}
