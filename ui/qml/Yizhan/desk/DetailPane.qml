pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models


// What is known of one thing: sections of labelled lines, scrolling. Each line {label, value, tone?}.
Flickable {
    id: pane
    property var sections: []

    clip: true
    contentHeight: column.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    ColumnLayout {
        id: column
        width: pane.width - (pane.contentHeight > pane.height ? 20 : 0)
        spacing: 16
        Repeater {
            model: pane.sections
            ColumnLayout {
                id: section
                required property var modelData
                Layout.fillWidth: true
                spacing: 6
                Words { visible: text !== ""; text: section.modelData.title ?? ""; color: Theme.muted; font.bold: true }
                Repeater {
                    model: section.modelData.lines
                    RowLayout {
                        id: line
                        required property var modelData
                        Layout.fillWidth: true
                        spacing: 12
                        Words { Layout.preferredWidth: Shell.english ? 150 : 104; Layout.alignment: Qt.AlignTop; visible: text !== ""; text: line.modelData.label ?? ""; color: Theme.muted }
                        Words {
                            Layout.fillWidth: true
                            text: line.modelData.value ?? ""
                            color: line.modelData.tone === "error" ? Theme.error : line.modelData.tone === "wait" ? Theme.wait : line.modelData.tone === "good" ? Theme.good : Theme.ink
                            font.bold: (line.modelData.tone ?? "") !== ""
                            wrapMode: Text.Wrap
                        }
                    }
                }
                Rectangle { Layout.fillWidth: true; Layout.topMargin: 8; implicitHeight: 1; color: Theme.hairline }
            }
        }
    }
    ScrollMark { list: pane }
}
