pragma ComponentBehavior: Bound
import QtQuick
import Yizhan

// A few choices side by side, one of them chosen. Each option {value, words}.
Flow {
    id: strip
    required property var options
    property string value
    signal chosen(value: string)

    spacing: 8
    Repeater {
        model: strip.options
        DeskButton {
            required property var modelData
            text: modelData.words
            fill: strip.value === modelData.value ? Theme.ink : Theme.white
            Accessible.checked: strip.value === modelData.value
            onClicked: strip.chosen(modelData.value)
        }
    }
}
