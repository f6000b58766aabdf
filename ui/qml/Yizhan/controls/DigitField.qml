pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// Shows what NumberPad typed: digits in groups (`groups: [3, 4, 4]`), or dots when `hidden`.
Rectangle {
    id: field
    property string label
    property string value
    property string placeholder
    property string prefix          // said before the digits, such as the S of copy numbers
    property list<int> groups: []
    property bool hidden: false
    property bool active: true
    property string error
    signal pressed()

    function grouped(): string {
        let rest = hidden ? "●".repeat(value.length) : value, parts = []
        for (const n of groups) { parts.push(rest.slice(0, n)); rest = rest.slice(n) }
        return [prefix].concat(parts, rest).filter(part => part !== "").join(" ")
    }

    implicitHeight: texts.implicitHeight + 32 * Theme.u
    implicitWidth: 400 * Theme.u
    radius: Theme.radiusField
    color: Theme.card
    border { width: (active || error !== "" ? 4 : 3) * Theme.u; color: error !== "" ? Theme.error : active ? Theme.accent : Theme.outline }
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    TapHandler { onTapped: field.pressed() }
    ColumnLayout {
        id: texts
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.pad; rightMargin: Theme.pad; verticalCenter: parent.verticalCenter }
        spacing: 0
        Words { text: field.label; color: Theme.muted; font.pixelSize: Theme.textSmall; Layout.fillWidth: true }
        Words {
            Layout.fillWidth: true
            text: field.value === "" ? field.placeholder : field.grouped()
            color: field.value === "" ? Theme.muted : Theme.ink
            font { pixelSize: field.value === "" ? Theme.textBody : (field.hidden ? Theme.large ? 60 : 40 : 64) * Theme.u; bold: field.value !== ""; letterSpacing: field.value === "" ? 0 : 4 * Theme.u }
            Layout.minimumHeight: 92 * Theme.u
        }
        Words { visible: text !== ""; text: field.error; color: Theme.error; font { pixelSize: Theme.textSmall; bold: true } Layout.fillWidth: true }
    }
}
