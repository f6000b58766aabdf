pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// How far it is, then what came of it: counts, and the lines that were not kept.
Card {
    id: result
    readonly property bool done: BookImporting.step === "done"
    spacing: 14
    RowLayout {
        Layout.fillWidth: true
        spacing: 12
        Words { Layout.fillWidth: true; text: !result.done ? qsTr("正在导入 %1 … %2%").arg(BookImporting.name).arg(BookImporting.percent) : BookImporting.stopped ? qsTr("停下了，收进的都在。再导一次会接着来。") : qsTr("%1 导完了").arg(BookImporting.name); font { pixelSize: Theme.textTitle; bold: true } }
        DeskButton { visible: !result.done; implicitHeight: 44; text: qsTr("停下"); iconName: "x"; onClicked: BookImporting.stop() }
        DeskButton { visible: result.done && lines.count > 0; implicitHeight: 44; text: qsTr("导出这张单子"); iconName: "file-text"; onClicked: BookImporting.export(BookImporting.export_file()) }
        DeskButton { visible: result.done; implicitHeight: 44; text: qsTr("再导一个"); fill: Theme.colorOf("library"); onClicked: BookImporting.again() }
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 10
        radius: 5
        visible: !result.done
        color: Theme.sunk
        Rectangle { width: parent.width * BookImporting.percent / 100; height: parent.height; radius: 5; color: Theme.colorOf("library") }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: result.done
        spacing: 16
        Repeater {
            model: BookImporting.summary
            ColumnLayout {
                id: figure
                required property var modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: 0
                Words { text: String(figure.modelData.count); font { pixelSize: Theme.textQuestion; bold: true } color: figure.modelData.tone === "good" ? Theme.good : figure.modelData.tone === "error" ? Theme.error : figure.modelData.tone === "wait" ? Theme.wait : Theme.ink }
                Words { text: figure.modelData.words; color: Theme.muted }
            }
        }
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.hairline; visible: result.done }
    ListView {
        id: lines
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: BookImporting.lines
        delegate: Words {
            required property string words
            required property string tone
            width: ListView.view.width - 16
            height: implicitHeight + 12
            text: words
            color: tone === "error" ? Theme.error : Theme.wait
        }
        Words { anchors.centerIn: parent; visible: result.done && lines.count === 0; text: qsTr("每一行都收好了"); color: Theme.good; font.bold: true }
        ScrollMark { list: lines }
    }
}
