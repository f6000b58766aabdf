pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One field of a form: a line, a long text, choices, a switch, or something to be found; and what is wrong with it.
ColumnLayout {
    id: field
    required property Actions actions
    required property var spec
    property bool first: false
    readonly property string kind: spec.kind ?? "text"
    readonly property bool isLine: ["text", "number", "date", "time", "find", "file", "secret"].includes(kind)

    spacing: 6
    visible: kind === "parts" ? (spec.parts ?? []).length > 0 : kind !== "facts"
    Words { Layout.fillWidth: true; text: (field.spec.words ?? "") + (field.spec.required || field.kind === "switch" ? "" : qsTr("（可不填）")); font.bold: true }
    DeskField {
        id: line
        Layout.fillWidth: true
        visible: field.isLine
        secret: field.kind === "secret"
        maximum: field.spec.maximum ?? 200
        placeholder: field.spec.hint ?? ""
        input.Accessible.name: field.spec.words ?? ""
        onTextChanged: if (field.isLine && text !== (field.spec.found !== "" ? field.spec.found : field.spec.value)) field.actions.fill(field.spec.name, text)
        onAccepted: field.kind === "find" && (field.spec.suggested ?? []).length > 0 ? field.actions.take(field.spec.name, field.spec.suggested[0].key, field.spec.suggested[0].words) : field.actions.send()
        Component.onCompleted: if (field.first && field.isLine) input.forceActiveFocus()
    }
    FilePicker { visible: field.kind === "file"; onPicked: path => line.text = path }
    Repeater {
        model: field.kind === "find" ? field.spec.suggested ?? [] : []
        DeskButton {
            required property var modelData
            Layout.fillWidth: true
            text: modelData.words
            onClicked: field.actions.take(field.spec.name, modelData.key, modelData.words)
        }
    }
    DeskText {
        id: longText
        Layout.fillWidth: true
        visible: field.kind === "long"
        maximum: field.spec.maximum ?? 2000
        placeholder: field.spec.hint ?? ""
        name: field.spec.words ?? ""
        onEdited: text => field.actions.fill(field.spec.name, text)
        Component.onCompleted: if (field.first && visible) input.forceActiveFocus()
    }
    Flickable {
        id: scroll
        Layout.fillWidth: true
        visible: field.kind === "choice" || field.kind === "many"
        implicitHeight: visible ? Math.min(choices.implicitHeight, 228) : 0
        contentHeight: choices.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ChoiceStrip {
            id: choices
            width: parent.width - 18
            options: scroll.visible ? field.spec.options : []
            many: field.kind === "many"
            value: field.spec.value ?? ""
            onChosen: value => field.actions.pick(field.spec.name, value)
        }
        ScrollMark { list: scroll }
    }
    ChoiceStrip {
        Layout.fillWidth: true
        visible: field.kind === "switch"
        options: [{ value: "yes", words: qsTr("是") }, { value: "", words: qsTr("否") }]
        value: field.spec.value ?? ""
        onChosen: value => field.actions.fill(field.spec.name, value)
    }
    FormParts { Layout.fillWidth: true; visible: field.kind === "parts"; name: field.spec.name ?? ""; parts: visible ? field.spec.parts : []; actions: field.actions }
    Words { Layout.fillWidth: true; visible: text !== ""; text: field.spec.error ?? ""; color: Theme.error; font.bold: true }
    // what the form says a field holds is shown, unless it is what is being typed here
    readonly property string held: (spec.found ?? "") !== "" ? spec.found : spec.value ?? ""
    onHeldChanged: { if (isLine && line.text !== held) line.text = held; if (kind === "long" && longText.text !== held) longText.text = held }
    Component.onCompleted: { if (isLine) line.text = held; if (kind === "long") longText.text = held }
}
