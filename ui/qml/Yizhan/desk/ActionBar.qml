pragma ComponentBehavior: Bound
import QtQuick
import Yizhan
import Yizhan.Models

// The buttons of what may be done with one thing; they wrap when there are many.
Flow {
    id: bar
    required property Actions actions
    property bool showsAll: false
    readonly property int minor: bar.actions.offered.filter(one => one.minor).length
    spacing: 8
    visible: bar.actions.offered.length > 0
    Repeater {
        model: bar.actions.offered
        DeskButton {
            id: button
            required property var modelData
            visible: !modelData.minor || bar.showsAll
            text: modelData.words
            iconName: modelData.icon
            key: modelData.shortcut
            fill: modelData.tone === "good" ? Theme.good : modelData.tone === "error" ? Theme.error : Theme.white
            onClicked: bar.actions.begin(modelData.key)
            Shortcut { sequence: button.modelData.shortcut; enabled: bar.visible && bar.enabled && !bar.actions.open && button.modelData.shortcut !== ""; onActivated: bar.actions.begin(button.modelData.key) }
        }
    }
    DeskButton { visible: bar.minor > 0; iconName: bar.showsAll ? "chevron-up" : "ellipsis"; text: bar.showsAll ? qsTr("收起") : qsTr("更多"); onClicked: bar.showsAll = !bar.showsAll }
}
