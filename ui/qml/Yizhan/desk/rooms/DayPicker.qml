pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// A month to pick a day from.
FloatingDialog {
    id: dialog
    parent: Window.contentItem
    open: Week.picking
    title: Week.month
    Shortcut { sequence: "Esc"; enabled: dialog.open; onActivated: Week.open_picker(false) }
    RowLayout {
        Layout.fillWidth: true
        DeskButton { iconName: "chevron-left"; text: qsTr("上个月"); onClicked: Week.turn_month(-1) }
        Item { Layout.fillWidth: true }
        DeskButton { iconName: "chevron-right"; text: qsTr("下个月"); onClicked: Week.turn_month(1) }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 7
        columnSpacing: 6
        rowSpacing: 6
        uniformCellWidths: true
        Repeater {
            model: Week.days
            DeskButton {
                required property var modelData
                Layout.fillWidth: true
                implicitWidth: 44
                implicitHeight: 44
                text: modelData.words
                fill: modelData.today ? Theme.good : Theme.white
                opacity: 1
                ink: modelData.today ? Theme.white : modelData.here ? Theme.ink : Theme.muted
                Accessible.name: modelData.day
                onClicked: Week.pick(modelData.day)
            }
        }
    }
    DeskButton { Layout.fillWidth: true; text: qsTr("关上"); key: "Esc"; onClicked: Week.open_picker(false) }
}
