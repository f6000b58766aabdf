pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// One thing that may be set: its name, a field of its kind, what is wrong with it. Enter saves, Esc brings back what stood there.
ColumnLayout {
    id: line
    required property string name
    required property string words
    required property string kind
    required property string value
    required property string unit
    required property string hint
    required property string note
    required property var options
    required property bool drops
    required property string heading
    readonly property bool isLine: ["text", "number", "time", "spans"].includes(kind)
    readonly property bool isLong: ["long", "things", "papers", "slots"].includes(kind)
    readonly property bool isSmall: kind === "number" || kind === "time"
    readonly property string typed: isLine ? field.text : isLong ? area.text : value
    readonly property bool changed: typed !== value

    function save() { StationSettings.save(line.name, line.typed) }
    function restore() { field.text = line.value; field.input.cursorPosition = 0; area.text = line.value }
    onValueChanged: restore()
    Component.onCompleted: restore()
    spacing: 4
    Words { Layout.fillWidth: true; Layout.bottomMargin: 4; visible: text !== ""; text: line.heading; color: Theme.muted }
    RowLayout {
        Layout.fillWidth: true
        Layout.minimumHeight: line.kind === "read" ? 36 : 48
        spacing: 12
        Words { Layout.preferredWidth: Shell.english ? 236 : 176; Layout.maximumWidth: Layout.preferredWidth; Layout.alignment: line.isLine ? Qt.AlignVCenter : Qt.AlignTop; Layout.topMargin: line.isLine || line.kind === "read" ? 0 : 10; text: line.words; font.bold: true }
        DeskField {
            id: field
            visible: line.isLine
            Layout.fillWidth: !line.isSmall
            Layout.preferredWidth: line.isSmall ? 130 : -1
            placeholder: line.isSmall ? "" : line.hint
            input.Accessible.name: line.words
            onAccepted: line.save()
            Keys.onEscapePressed: line.restore()
            Connections { target: field.input; function onActiveFocusChanged() { if (field.input.activeFocus && line.isSmall) Qt.callLater(field.input.selectAll) } }
        }
        DeskText {
            id: area
            visible: line.isLong
            Layout.fillWidth: true
            placeholder: line.hint
            name: line.words
            Keys.onEscapePressed: line.restore()
        }
        Choices { Layout.fillWidth: true; Layout.topMargin: 4; Layout.bottomMargin: 4; visible: ["switch", "choice", "choices", "colours", "icons"].includes(line.kind); of: line }
        Words { visible: line.kind === "read"; Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; text: line.value }
        Words { visible: text !== "" && line.isLine; text: line.unit; color: Theme.muted; wrapMode: Text.NoWrap }
        Words { visible: text !== "" && line.isSmall && !line.changed; Layout.fillWidth: true; text: line.note !== "" ? line.note : line.hint; color: Theme.muted }
        Item { Layout.fillWidth: true; visible: line.isSmall && (line.changed || (line.note === "" && line.hint === "")) }
        DeskButton { visible: line.changed && (line.isLine || line.isLong); Layout.alignment: Qt.AlignTop; Layout.topMargin: 2; text: qsTr("保存"); key: line.isLine ? "↵" : ""; fill: Theme.good; busy: StationSettings.busy; Accessible.name: qsTr("保存 %1").arg(line.words); onClicked: line.save() }
        DeskButton { visible: line.drops && !line.changed; text: qsTr("恢复"); Accessible.name: qsTr("恢复 %1").arg(line.words); onClicked: StationSettings.drop(line.name) }
    }
    Words { Layout.fillWidth: true; Layout.leftMargin: Shell.english ? 248 : 188; visible: text !== "" && !line.isSmall; text: line.note; color: Theme.muted }
    Words { Layout.fillWidth: true; Layout.leftMargin: Shell.english ? 248 : 188; visible: text !== "" && line.isLong; text: line.hint; color: Theme.muted }
    Words { Layout.fillWidth: true; Layout.leftMargin: Shell.english ? 248 : 188; visible: StationSettings.wrong === line.name; text: StationSettings.why; color: Theme.error; font.bold: true; Accessible.role: Accessible.AlertMessage; Accessible.name: text }
}
