pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What of the room's equipment is needed; nothing needs a touch.
ColumnLayout {
    visible: RoomThings.any
    spacing: 4 * Theme.u
    Words { Layout.fillWidth: true; text: qsTr("要用什么？不用可不选"); color: Theme.muted; font.pixelSize: Theme.textSmall }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
        Repeater {
            model: RoomThings.rows
            Chip {
                required property var model
                text: model.text
                iconName: "plus"
                checked: model.wanted
                onClicked: RoomThings.toggle(model.key)
            }
        }
    }
}
