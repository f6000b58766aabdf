pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Which column is what, and the first rows as they would be kept.
RowLayout {
    id: pane
    property string field
    spacing: 16
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 470
        spacing: 8
        Words { text: qsTr("哪一列是什么"); font { pixelSize: Theme.textTitle; bold: true } }
        Words { Layout.fillWidth: true; text: BookImporting.told; color: Theme.muted }
        ListView {
            id: fields
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: BookImporting.fields
            spacing: 4
            delegate: RowLayout {
                id: line
                required property var modelData
                width: ListView.view.width - 16
                spacing: 8
                Words { Layout.preferredWidth: 130; text: line.modelData.words; font.bold: line.modelData.column !== ""; color: line.modelData.column !== "" ? Theme.ink : Theme.muted }
                DeskButton { Layout.fillWidth: true; enabled: BookImporting.mappable; text: line.modelData.column !== "" ? line.modelData.column : qsTr("没有这一列"); Accessible.name: line.modelData.words; onClicked: pane.field = line.modelData.field }
            }
            ScrollMark { list: fields }
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 650
        spacing: 10
        Words { text: qsTr("前几行会收成这样"); font { pixelSize: Theme.textTitle; bold: true } }
        ChoiceStrip { Layout.fillWidth: true; visible: BookImporting.sheets.length > 0; options: BookImporting.sheets.map(one => ({ value: one, words: qsTr("改读“%1”").arg(one) })); onChosen: value => BookImporting.take_sheet(value) }
        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: BookImporting.rows
            spacing: 10
            delegate: ColumnLayout {
                id: row
                required property var modelData
                width: ListView.view.width
                spacing: 2
                Words { Layout.fillWidth: true; text: (row.modelData.bad ? "" : row.modelData.line + "  ") + row.modelData.title; font.bold: true; color: row.modelData.bad ? Theme.error : Theme.ink }
                Words { Layout.fillWidth: true; visible: text !== ""; text: row.modelData.facts; color: Theme.muted }
            }
        }
        RowLayout {
            spacing: 8
            DeskButton { implicitHeight: 44; text: qsTr("换个文件"); onClicked: BookImporting.again() }
            DeskButton { Layout.fillWidth: true; implicitHeight: 44; text: qsTr("开始导入"); iconName: "log-in"; fill: Theme.good; onClicked: BookImporting.start() }
        }
    }
    FloatingDialog {
        id: dialog
        parent: Window.contentItem
        open: pane.field !== ""
        title: qsTr("“%1”是哪一列？").arg(BookImporting.fields.find(one => one.field === pane.field)?.words ?? "")
        function take(column: string) { const field = pane.field; pane.field = ""; BookImporting.take(field, column) }
        Shortcut { sequence: "Esc"; enabled: dialog.open; onActivated: pane.field = "" }
        Flickable {
            id: scroll
            Layout.fillWidth: true
            implicitHeight: Math.min(strip.implicitHeight, 400)
            contentHeight: strip.implicitHeight
            clip: true
            ChoiceStrip {
                id: strip
                width: scroll.width
                options: [...BookImporting.columns.map(one => ({ value: one, words: one })), { value: "", words: qsTr("没有这一列") }]
                value: BookImporting.fields.find(one => one.field === pane.field)?.column ?? ""
                onChosen: value => dialog.take(value)
            }
        }
        DeskButton { Layout.fillWidth: true; implicitHeight: 44; text: qsTr("不改了"); key: "Esc"; onClicked: pane.field = "" }
    }
}
