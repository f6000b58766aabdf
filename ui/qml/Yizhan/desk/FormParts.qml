pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One field made of several controls: choices, a line, or how many of something.
Flow {
    id: field
    required property Actions actions
    required property string name
    required property var parts
    readonly property bool inRows: parts.some(one => one.kind !== "amount")   // otherwise side by side

    spacing: 10
    Repeater {
        model: field.parts.length
        RowLayout {
            id: part
            required property int index
            readonly property var spec: field.parts[index] ?? ({})
            readonly property string kind: spec.kind ?? ""
            readonly property bool isOne: kind === "amount" && spec.most === 1   // there is one of it: wanted or not
            function set(value: string) { field.actions.set_part(field.name, part.spec.name, value) }

            width: field.inRows ? field.width : isOne ? implicitWidth : implicitWidth + 16
            spacing: 10
            Words { Layout.preferredWidth: field.inRows ? 118 : -1; wrapMode: Text.NoWrap; visible: text !== "" && !part.isOne; text: part.spec.words ?? ""; color: Theme.muted }
            DeskButton { visible: part.isOne; text: part.spec.words ?? ""; fill: part.spec.value === "1" ? Theme.ink : Theme.white; Accessible.checked: part.spec.value === "1"; onClicked: part.set(part.spec.value === "1" ? "0" : "1") }
            AmountField { visible: part.kind === "amount" && !part.isOne; label: part.spec.words ?? ""; value: Number(part.spec.value ?? 0); from: part.spec.least ?? 0; to: part.spec.most ?? 0; onEdited: value => part.set(String(value)) }
            ChoiceStrip { Layout.fillWidth: true; visible: part.kind === "choice" || part.kind === "many"; options: visible ? part.spec.options : []; many: part.kind === "many"; value: part.spec.value ?? ""; onChosen: value => part.set(value) }
            DeskField { id: line; Layout.fillWidth: true; visible: part.kind === "line"; placeholder: part.spec.hint ?? ""; input.Accessible.name: part.spec.words ?? ""; onTextChanged: if (part.spec.kind === "line" && text !== part.spec.value) part.set(text); onAccepted: field.actions.send() }
            Item { Layout.fillWidth: true; visible: field.inRows && part.kind === "amount" }
            onSpecChanged: if (spec.kind === "line" && line.text !== spec.value) line.text = spec.value
            Component.onCompleted: if (spec.kind === "line") line.text = spec.value
        }
    }
}
