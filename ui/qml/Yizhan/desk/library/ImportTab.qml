pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// A catalogue file: choose it, see what it is taken for, let it in, see what was not kept.
Item {
    id: tab
    readonly property bool choosing: BookImporting.step === ""
    DropArea { anchors.fill: parent; enabled: tab.choosing; onDropped: drop => { if (drop.hasUrls) BookMapping.choose(drop.urls[0].toString()) } }
    ColumnLayout {
        anchors.fill: parent
        spacing: 12
        Card {
            Layout.fillWidth: true
            visible: tab.choosing
            RowLayout {
                spacing: 8
                DeskField { id: path; Layout.fillWidth: true; placeholder: qsTr("把文件拖到这里，或写路径：CSV、XLSX、MARC"); text: BookMapping.file; onAccepted: BookMapping.choose(text) }
                FilePicker { implicitHeight: 44; filters: [qsTr("书目文件") + " (*.csv *.tsv *.txt *.xlsx *.mrc *.iso *.xml *.marc)", qsTr("所有文件") + " (*)"]; onPicked: picked => BookMapping.choose(picked) }
                DeskButton { implicitHeight: 44; text: qsTr("看一看"); iconName: "search"; enabled: path.text.trim() !== ""; onClicked: BookMapping.choose(path.text) }
            }
        }
        Trouble { Layout.fillWidth: true; text: [BookMapping.trouble, BookImporting.trouble, BookMapping.problem, BookImporting.problem].find(one => one !== "") ?? "" }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: tab.choosing && !BookMapping.ready
            EmptyHint { Layout.fillWidth: true; Layout.fillHeight: true; iconName: "file-text"; text: qsTr("先看前几行、对好列，再导入。同一本书不会进两次，导到一半停下也不要紧。") }
        }
        MappingPane { Layout.fillWidth: true; Layout.fillHeight: true; visible: tab.choosing && BookMapping.ready }
        ImportResult { Layout.fillWidth: true; Layout.fillHeight: true; visible: !tab.choosing }
    }
}
