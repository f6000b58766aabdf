pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// A labelled line of text for the on-screen keyboard. `edited` comes with every change, `accepted` with the last key.
ColumnLayout {
    id: field
    property string label
    property string text
    property string placeholder
    property string iconName
    property string trailing
    property string error
    property string enterWords: qsTr("完成")
    property bool latin: false
    property int maximum: 200
    property alias input: line
    signal edited(string text)
    signal accepted()

    onTextChanged: if (text !== line.typed) line.text = text // what comes back of one's own typing disturbs no open word
    spacing: 12 * Theme.u
    Words { Layout.fillWidth: true; text: field.label; visible: text !== ""; font { pixelSize: Theme.textSmall; bold: true } }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Theme.touch
        radius: Theme.radiusField
        color: Theme.card
        border { width: (line.activeFocus || field.error !== "" ? 4 : 3) * Theme.u; color: field.error !== "" ? Theme.error : line.activeFocus ? Theme.accent : Theme.outline }
        RowLayout {
            anchors { fill: parent; leftMargin: 32 * Theme.u; rightMargin: (line.displayText === "" ? 32 : 12) * Theme.u }
            spacing: Theme.gap
            Icon { name: field.iconName; color: Theme.accent }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                TextInput {
                    id: line
                    property string enterWords: field.enterWords
                    // pinyin that is not yet a word counts as typed, without the gaps the keyboard puts between syllables
                    readonly property string typed: text.slice(0, cursorPosition) + preeditText.replace(/[ ']/g, "") + text.slice(cursorPosition)
                    anchors.fill: parent
                    verticalAlignment: TextInput.AlignVCenter
                    color: Theme.ink
                    font { pixelSize: Theme.textTitle; bold: true }
                    selectionColor: Theme.accent
                    maximumLength: field.maximum
                    inputMethodHints: (field.latin ? Qt.ImhPreferLatin : Qt.ImhNone) | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText * (field.latin ? 1 : 0)
                    cursorDelegate: Rectangle { width: 4 * Theme.u; color: Theme.accent; visible: line.activeFocus }
                    onTypedChanged: field.edited(typed)
                    onAccepted: field.accepted()
                    Accessible.role: Accessible.EditableText
                    Accessible.name: field.label === "" ? field.placeholder : field.label
                }
                Words {
                    anchors.fill: parent
                    visible: line.displayText === ""
                    text: field.placeholder
                    color: Theme.muted
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.textBody
                }
            }
            Words { text: field.trailing; color: Theme.muted; font.pixelSize: Theme.textSmall; visible: text !== "" }
            TouchButton {
                visible: line.displayText !== ""
                implicitWidth: 120 * Theme.u
                implicitHeight: Theme.touch
                leftInset: 12 * Theme.u
                rightInset: 12 * Theme.u
                topInset: 12 * Theme.u
                bottomInset: 12 * Theme.u
                radius: 20 * Theme.u
                text: qsTr("清空")
                focusPolicy: Qt.NoFocus
                contentItem: Item { Icon { anchors.centerIn: parent; name: "x"; size: Theme.iconSmall } }
                onClicked: { line.clear(); line.forceActiveFocus() }
            }
        }
    }
    RowLayout {
        visible: field.error !== ""
        spacing: 12 * Theme.u
        Icon { name: "circle-alert"; color: Theme.error; size: Theme.iconSmall }
        Words { Layout.fillWidth: true; text: field.error; color: Theme.error; font { pixelSize: Theme.textSmall; bold: true } }
    }
}
