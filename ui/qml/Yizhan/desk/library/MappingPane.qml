pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Which column, or which place of MARC, is what, and the first rows as they would be kept.
RowLayout {
    id: pane
    property bool choosing_encoding: false
    spacing: 16
    onVisibleChanged: choosing_encoding = false
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 580
        spacing: 8
        RowLayout {
            Layout.fillWidth: true
            spacing: 8
            Words { text: BookMapping.marc ? qsTr("哪个字段是什么") : qsTr("哪一列是什么"); wrapMode: Text.NoWrap; font { pixelSize: Theme.textTitle; bold: true } }
            Words { Layout.fillWidth: true; text: BookMapping.told; color: Theme.muted; horizontalAlignment: Text.AlignRight }
        }
        RowLayout {
            Layout.fillWidth: true
            visible: BookMapping.marc
            spacing: 8
            ChoiceStrip { Layout.fillWidth: true; options: BookMapping.dialects; value: BookMapping.dialect; onChosen: value => BookMapping.take_dialect(value) }
            DeskButton { text: BookMapping.read_as; Accessible.name: qsTr("编码：%1").arg(BookMapping.read_as); enabled: BookMapping.encodings.length > 0; fill: pane.choosing_encoding ? Theme.ink : Theme.white; onClicked: pane.choosing_encoding = !pane.choosing_encoding }
        }
        ChoiceStrip { Layout.fillWidth: true; visible: pane.choosing_encoding && BookMapping.encodings.length > 0; options: BookMapping.encodings; value: BookMapping.encoding; onChosen: value => BookMapping.take_encoding(value) }
        RowLayout {
            Layout.fillWidth: true
            visible: BookMapping.wishing !== ""
            spacing: 8
            Words { Layout.fillWidth: true; text: BookMapping.wishing; color: Theme.good; font.bold: true }
            DeskButton { text: qsTr("恢复默认"); iconName: "rotate-cw"; onClicked: BookMapping.take_nothing() }
        }
        ListView {
            id: fields
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: BookMapping.fields
            spacing: 4
            delegate: MappingRow { width: ListView.view.width - 16 }
            ScrollMark { list: fields }
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 540
        spacing: 10
        Words { text: qsTr("前几行会收成这样"); font { pixelSize: Theme.textTitle; bold: true } }
        Words { Layout.fillWidth: true; visible: text !== ""; text: BookMapping.doubt; color: Theme.wait; font.bold: true }
        ChoiceStrip { Layout.fillWidth: true; visible: BookMapping.sheets.length > 0; options: BookMapping.sheets.map(one => ({ value: one, words: qsTr("改读“%1”").arg(one) })); onChosen: value => BookMapping.take_sheet(value) }
        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: BookMapping.rows
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
    MappingDialog {}
}
