pragma ComponentBehavior: Bound
import QtQuick
import Yizhan
import Yizhan.Models
import ".."

// The choices of a line, saved with the touch; several of them may be on at once.
Flow {
    id: flow
    required property SettingLine of
    readonly property var offered: of.kind === "switch" ? [{ value: "yes", words: qsTr("是"), on: of.value === "yes" }, { value: "no", words: qsTr("否"), on: of.value !== "yes" }] : of.options

    spacing: 8
    Repeater {
        model: flow.offered
        DeskButton {
            id: choice
            required property var modelData
            readonly property color own: flow.of.kind === "colours" ? modelData.colour : Theme.ink
            text: modelData.words
            iconName: flow.of.kind === "icons" ? modelData.value : modelData.on ? "check" : ""
            fill: modelData.on || flow.of.kind === "colours" ? own : Theme.white
            Accessible.name: flow.of.words + " " + modelData.words
            Accessible.checked: modelData.on
            onClicked: if (!modelData.on || flow.of.kind === "choices") StationSettings.save(flow.of.name, modelData.value)
        }
    }
}
