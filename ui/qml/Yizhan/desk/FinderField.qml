import QtQuick
import QtQuick.Layouts
import Yizhan.Models

// Scanned or typed: whatever it names is opened on its page. "/" goes here.
DeskField {
    id: field
    Layout.preferredWidth: 380
    visible: Finder.ready
    placeholder: qsTr("扫码，或输入号、姓名、书名")
    onAccepted: { Finder.find(text); text = "" }
    Shortcut { sequence: "/"; enabled: field.visible && !field.input.activeFocus; onActivated: field.input.forceActiveFocus() }
    Keys.onEscapePressed: { text = ""; focus = false }
    KeyCap { parent: field.input.parent; key: "/"; visible: field.text === ""; anchors { right: parent?.right; rightMargin: 12; verticalCenter: parent?.verticalCenter } }
}
