import QtQuick
import Yizhan

// A longer text for a real keyboard, several lines high.
Rectangle {
    id: box
    property string placeholder
    property string name
    property int maximum: 2000
    property alias text: edit.text
    property alias input: edit
    signal edited(text: string)

    implicitHeight: 120
    radius: Theme.radiusField
    color: Theme.white
    border { width: edit.activeFocus ? 3 : 1; color: edit.activeFocus ? Theme.ink : Theme.outline }
    Flickable {
        id: flick
        anchors { fill: parent; margins: 10 }
        clip: true
        contentHeight: edit.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        TextEdit {
            id: edit
            width: flick.width
            height: Math.max(implicitHeight, flick.height)
            color: Theme.ink
            font.pixelSize: 20
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            selectByMouse: true
            selectionColor: Theme.ink
            activeFocusOnTab: true
            KeyNavigation.priority: KeyNavigation.BeforeItem
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus()
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus()
            Accessible.role: Accessible.EditableText
            Accessible.name: box.name === "" ? box.placeholder : box.name
            onTextChanged: { if (text.length > box.maximum) remove(box.maximum, text.length); box.edited(text) }
            onCursorRectangleChanged: flick.contentY = Math.max(0, Math.min(Math.max(0, contentHeight - flick.height), cursorRectangle.y - flick.height / 2))
        }
    }
    Words { anchors { left: parent.left; top: parent.top; margins: 10 } visible: edit.text === "" && edit.preeditText === ""; text: box.placeholder; color: Theme.muted }
}
