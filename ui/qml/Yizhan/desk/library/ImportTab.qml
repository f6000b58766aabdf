pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// A catalogue file: choose it, see what it is taken for, let it in, see what was not kept.
Item {
    id: tab
    DropArea { anchors.fill: parent; onDropped: drop => { if (drop.hasUrls) BookImporting.choose(drop.urls[0].toString()) } }
    ColumnLayout {
        anchors.fill: parent
        spacing: 12
        Card {
            Layout.fillWidth: true
            visible: BookImporting.step === "" || BookImporting.step === "ready"
            RowLayout {
                spacing: 8
                DeskField { id: path; Layout.fillWidth: true; placeholder: qsTr("把文件拖到这里，或写路径：CSV、XLSX、MARC"); text: BookImporting.file; onAccepted: BookImporting.choose(text) }
                FilePicker { implicitHeight: 44; filters: [qsTr("书目文件") + " (*.csv *.tsv *.txt *.xlsx *.mrc *.iso *.xml *.marc)", qsTr("所有文件") + " (*)"]; onPicked: picked => BookImporting.choose(picked) }
                DeskButton { implicitHeight: 44; text: qsTr("看一看"); iconName: "search"; enabled: path.text.trim() !== "" && !BookImporting.busy; onClicked: BookImporting.choose(path.text) }
            }
        }
        Trouble { Layout.fillWidth: true; text: BookImporting.trouble !== "" ? BookImporting.trouble : BookImporting.problem }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: BookImporting.step === ""
            EmptyHint { Layout.fillWidth: true; Layout.fillHeight: true; iconName: "file-text"; text: qsTr("先看前几行、对好列，再导入。同一本书不会进两次，导到一半停下也不要紧。") }
        }
        MappingPane { Layout.fillWidth: true; Layout.fillHeight: true; visible: BookImporting.step === "ready" }
        ImportResult { Layout.fillWidth: true; Layout.fillHeight: true; visible: BookImporting.step === "running" || BookImporting.step === "done" }
    }
}
