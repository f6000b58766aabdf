pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What a command needs to be told first. Enter sends, Esc thinks better of it.
FloatingDialog {
    id: dialog
    required property Actions actions
    parent: Window.contentItem  // over the whole window, wherever it is made
    open: actions.open
    title: actions.title
    text: actions.confirm

    Shortcut { sequence: "Esc"; enabled: dialog.open; onActivated: dialog.actions.close() }
    Shortcut { sequences: ["Ctrl+Return", "Ctrl+Enter"]; enabled: dialog.open; onActivated: dialog.actions.send() }
    Words { Layout.fillWidth: true; visible: dialog.actions.restored; text: qsTr("上次没发出去的内容已找回，请核对。"); color: Theme.wait; font.bold: true }
    Flickable {
        id: scroll
        Layout.fillWidth: true
        implicitHeight: Math.min(fields.implicitHeight, dialog.height - 320 - facts.implicitHeight - (facts.visible ? Theme.padRow : 0))
        contentHeight: fields.implicitHeight
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        ColumnLayout {
            id: fields
            width: scroll.width - (scroll.clip ? 20 : 0)
            spacing: 14
            Repeater {
                model: dialog.actions.fields.length
                FormField {
                    required property int index
                    Layout.fillWidth: true
                    actions: dialog.actions
                    spec: dialog.actions.fields[index] ?? ({})
                    first: index === 0
                }
            }
        }
        ScrollMark { list: scroll }
    }
    FormFacts { id: facts; Layout.fillWidth: true; spec: dialog.actions.fields.find(one => one.kind === "facts") ?? null }
    Trouble { Layout.fillWidth: true; text: dialog.actions.problem }
    RowLayout {
        Layout.topMargin: 8
        spacing: 8
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; text: qsTr("取消"); key: "Esc"; onClicked: dialog.actions.close() }
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; text: qsTr("确定"); key: "Ctrl ↵"; fill: dialog.actions.tone === "error" ? Theme.error : Theme.good; busy: dialog.actions.sending; onClicked: dialog.actions.send() }
    }
}
