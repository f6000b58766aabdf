pragma ComponentBehavior: Bound
import QtQuick
import Yizhan

// Our digits for card number, PIN, phone and counts. `edited` brings the new value; the page's view-model keeps it.
Grid {
    id: pad
    property string value
    property int maximum: 11
    property string extra           // a further key such as "X" or "S", left of zero
    property real keyHeight: Math.max(Theme.touch, 136 * Theme.u)
    readonly property real keyWidth: Math.floor((width - 2 * columnSpacing) / 3) - 1
    signal edited(string value)

    function press(key: string) { edited(key === "⌫" ? value.slice(0, -1) : (value + key).slice(0, maximum)) }

    columns: 3
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", pad.extra, "0", "⌫"]
        TouchButton {
            id: key
            required property string modelData
            width: pad.keyWidth
            height: pad.keyHeight
            text: modelData === "⌫" ? qsTr("删除一位") : modelData
            enabled: modelData !== ""
            opacity: modelData === "" ? 0 : 1
            focusPolicy: Qt.NoFocus // a scanner's keys go to the page
            autoRepeat: modelData === "⌫"
            onClicked: pad.press(modelData)
            background: Item {
                Rectangle { anchors.fill: parent; radius: Theme.radiusKey; color: Theme.keyEdge }
                Rectangle {
                    anchors { fill: parent; bottomMargin: 4 * Theme.u }
                    radius: Theme.radiusKey
                    color: key.pressed ? Theme.accent : key.modelData === "⌫" ? Theme.functionKey : Theme.card
                    border { width: Theme.hair; color: Theme.hairline }
                }
            }
            contentItem: Item {
                Words {
                    anchors.centerIn: parent
                    visible: key.modelData !== "⌫"
                    text: key.modelData
                    color: key.pressed ? Theme.white : Theme.ink
                    font { pixelSize: 64 * Theme.u; bold: true }
                }
                Icon { anchors.centerIn: parent; visible: key.modelData === "⌫"; name: "delete"; size: 60 * Theme.u; color: key.pressed ? Theme.white : Theme.ink }
            }
        }
    }
}
