import QtQuick
import QtQuick.Layouts
import Yizhan

// A labelled line of text for a real keyboard.
ColumnLayout {
    id: field
    property string label
    property string placeholder
    property bool secret: false
    property int maximum: 200
    property alias text: line.text
    property alias input: line
    signal accepted()

    spacing: 6
    Words { text: field.label; visible: text !== ""; font.bold: true }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 44
        radius: Theme.radiusField
        color: Theme.white
        border { width: line.activeFocus ? 3 : 1; color: line.activeFocus ? Theme.ink : Theme.outline }
        TextInput {
            id: line
            anchors { fill: parent; leftMargin: 12; rightMargin: 12 }
            verticalAlignment: TextInput.AlignVCenter
            clip: true
            color: Theme.ink
            font.pixelSize: 20
            selectByMouse: true
            selectionColor: Theme.ink
            maximumLength: field.maximum
            echoMode: field.secret ? TextInput.Password : TextInput.Normal
            activeFocusOnTab: true
            inputMethodHints: field.secret ? Qt.ImhSensitiveData | Qt.ImhNoPredictiveText : Qt.ImhNoAutoUppercase
            onAccepted: field.accepted()
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label === "" ? field.placeholder : field.label
        }
        Words { anchors { fill: parent; leftMargin: 12 } visible: line.text === "" && line.preeditText === ""; text: field.placeholder; color: Theme.muted; wrapMode: Text.NoWrap }
    }
}
