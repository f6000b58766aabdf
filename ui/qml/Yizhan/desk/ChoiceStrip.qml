pragma ComponentBehavior: Bound
import QtQuick
import Yizhan

// A few choices side by side, one of them chosen, or as many as fit. Each option {value, words, name?}: `name` leaves out
// what changes in the words.
Flow {
    id: strip
    required property var options
    property string value
    property bool many: false   // `value` then joins several by blanks
    signal chosen(value: string)

    spacing: 8
    Repeater {
        model: strip.options
        DeskButton {
            required property var modelData
            readonly property bool taken: strip.many ? strip.value.split(" ").includes(modelData.value) : strip.value === modelData.value
            text: modelData.words
            Accessible.name: modelData.name ?? modelData.words
            fill: taken ? Theme.ink : Theme.white
            Accessible.checked: taken
            onClicked: strip.chosen(modelData.value)
        }
    }
}
