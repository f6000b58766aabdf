pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Seven days side by side, today's column marked; a cell is one room's day, or one of its times.
ColumnLayout {
    id: grid
    readonly property int labelWidth: Week.room === "" ? 152 : 112
    spacing: 4
    RowLayout {
        Layout.fillWidth: true
        spacing: 4
        Item { implicitWidth: grid.labelWidth }
        Repeater {
            model: Week.heads
            ColumnLayout {
                id: head
                required property var modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: 0
                Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: head.modelData.words; font.bold: head.modelData.today; color: head.modelData.today ? Theme.good : head.modelData.off ? Theme.muted : Theme.ink; wrapMode: Text.NoWrap }
                Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: head.modelData.note; visible: text !== ""; font.bold: true; color: head.modelData.today ? Theme.good : Theme.wait }
                Item { Layout.fillHeight: true }
                Rectangle { Layout.fillWidth: true; implicitHeight: 3; color: head.modelData.today ? Theme.good : "transparent" }
            }
        }
    }
    Repeater {
        model: Week.lines.length
        RowLayout {
            id: row
            required property int index
            readonly property var line: Week.lines[index] ?? ({ label: "", cells: [] })
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 44
            Layout.maximumHeight: 84
            spacing: 4
            Words { Layout.preferredWidth: grid.labelWidth; visible: Week.room !== ""; text: row.line.label }
            RoomLabel { Layout.preferredWidth: grid.labelWidth; Layout.fillHeight: true; visible: Week.room === ""; text: row.line.label; onClicked: { Week.choose(row.index, Math.max(0, Week.column)); Week.enter() } }
            Repeater {
                model: row.line.cells
                WeekCell {
                    required property var modelData
                    required property int index
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    cell: modelData
                    selected: Week.row === row.index && Week.column === index
                    name: row.line.label + " " + (Week.heads[index]?.words ?? "") + (modelData.name === "" ? "" : " " + modelData.name)
                    onClicked: Week.choose(row.index, index)
                    onDoubleClicked: Week.enter()
                }
            }
        }
    }
    Item { Layout.fillHeight: true; Layout.preferredHeight: 0 }
}
