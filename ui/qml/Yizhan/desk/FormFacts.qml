pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// What is known of what is being filled in; it stays in sight below the fields.
ColumnLayout {
    id: facts
    required property var spec
    readonly property var lines: spec?.options ?? []

    visible: lines.length > 0
    spacing: 6
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.hairline }
    Words { Layout.fillWidth: true; text: facts.spec?.words ?? ""; font.bold: true }
    Flickable {
        id: scroll
        Layout.fillWidth: true
        implicitHeight: Math.min(flow.implicitHeight, 92)
        contentHeight: flow.implicitHeight
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        Flow {
            id: flow
            width: scroll.width - (scroll.clip ? 20 : 0)
            spacing: 4
            Repeater {
                model: facts.lines
                Words {
                    required property var modelData
                    rightPadding: 12
                    text: modelData.words
                    color: modelData.value === "good" ? Theme.good : modelData.value === "error" ? Theme.error : Theme.muted
                    font.bold: modelData.value === "good"
                    wrapMode: Text.NoWrap
                }
            }
        }
        ScrollMark { list: scroll }
    }
}
