pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// What may be set of one question.
Flickable {
    id: pane
    readonly property var asked: FormEditor.question
    readonly property string kind: asked.kind ?? ""

    clip: true
    contentHeight: column.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    component Line: DeskField {
        property string name
        readonly property string held: pane.asked[name] ?? ""
        Layout.fillWidth: true
        onHeldChanged: if (text !== held) text = held
        Component.onCompleted: text = held
        onTextChanged: if (text !== held) FormEditor.fill(name, text)
    }
    ColumnLayout {
        id: column
        width: pane.width - 16
        spacing: 12
        Line { name: "label"; label: qsTr("怎么问"); placeholder: qsTr("例如：给谁办？"); maximum: 40 }
        Line { name: "label_en"; label: qsTr("英文怎么问"); maximum: 40 }
        Words { Layout.fillWidth: true; text: qsTr("怎么答"); font.bold: true }
        ChoiceStrip { Layout.fillWidth: true; options: FormEditor.kinds; value: pane.kind; onChosen: value => FormEditor.fill("kind", value) }
        Words { Layout.fillWidth: true; visible: pane.kind === "text"; text: qsTr("要打字的不在自助机上问，到窗口由工作人员问。"); color: Theme.muted }
        Words { Layout.fillWidth: true; visible: pane.kind === "choice"; text: qsTr("选项，每行一个：中文 | 英文"); font.bold: true }
        DeskText {
            id: options
            readonly property string held: pane.asked.options ?? ""
            property string question
            Layout.fillWidth: true
            visible: pane.kind === "choice"
            name: qsTr("选项，每行一个：中文 | 英文")
            // what is being typed stands as it is typed; another question brings its own
            onHeldChanged: if (question !== (pane.asked.key ?? "") || !input.activeFocus) { question = pane.asked.key ?? ""; text = held }
            Component.onCompleted: { question = pane.asked.key ?? ""; text = held }
            onEdited: text => { if (question === (pane.asked.key ?? "") && text !== held) FormEditor.fill("options", text) }
        }
        RowLayout {
            visible: pane.kind === "number"
            spacing: 12
            Line { name: "min"; label: qsTr("最小"); maximum: 9 }
            Line { name: "max"; label: qsTr("最大"); maximum: 9 }
        }
        Words { Layout.fillWidth: true; visible: text !== ""; text: FormEditor.limit_error; color: Theme.error; font.bold: true }
        Words { Layout.fillWidth: true; text: qsTr("一定要填"); font.bold: true }
        ChoiceStrip { Layout.fillWidth: true; options: [{ value: "yes", words: qsTr("要填") }, { value: "", words: qsTr("可以跳过") }]; value: pane.asked.required ?? ""; onChosen: value => FormEditor.fill("required", value) }
        Line { name: "help"; label: qsTr("提示（可不填）"); maximum: 100 }
        Line { name: "help_en"; label: qsTr("英文提示（可不填）"); maximum: 100 }
    }
    ScrollMark { list: pane }
}
