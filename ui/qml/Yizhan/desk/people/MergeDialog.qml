pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Two records of one person: first who the other one is, then both beside each other, and one touch makes them one.
FloatingDialog {
    id: dialog
    readonly property bool beside: Merging.rows.length > 0
    parent: Window.contentItem
    open: Merging.open
    desired: dialog.beside ? 1180 : 640
    title: dialog.beside ? qsTr("是同一个人吗？") : qsTr("合并重复的人")
    text: dialog.beside ? qsTr("合并后不能撤销。两条资料都打开了，有记录。") : qsTr("另一条会并到 %1 这一条。先并排看，再决定。").arg(Merging.name)
    onOpenChanged: if (open) { field.text = ""; field.input.forceActiveFocus() }
    onBesideChanged: if (!beside && open) field.input.forceActiveFocus(); else dialog.forceActiveFocus()

    Shortcut { sequence: "Esc"; enabled: dialog.open; onActivated: Merging.close() }
    Shortcut { sequence: "X"; enabled: dialog.open && dialog.beside; onActivated: Merging.swap() }
    Shortcut { sequence: "B"; enabled: dialog.open && dialog.beside; onActivated: Merging.another() }
    Shortcut { sequences: ["Ctrl+Return", "Ctrl+Enter"]; enabled: dialog.open && dialog.beside; onActivated: Merging.merge() }

    ColumnLayout {
        Layout.fillWidth: true
        visible: !dialog.beside
        spacing: 8
        DeskField {
            id: field
            Layout.fillWidth: true
            label: qsTr("另一条是谁")
            placeholder: qsTr("姓名、拼音首字母、卡号、电话后四位")
            onTextChanged: if (dialog.open && !dialog.beside) Merging.seek(text)
            onAccepted: Merging.choose_first()
        }
        Words { Layout.fillWidth: true; visible: Merging.guess; text: qsTr("可能是同一个人"); color: Theme.muted }
        Words { Layout.fillWidth: true; visible: Merging.empty; text: qsTr("没有找到别人，换几个字试试"); color: Theme.muted }
        Repeater {
            model: Merging.found
            DeskButton {
                required property var modelData
                required property int index
                Layout.fillWidth: true
                implicitHeight: 44
                text: modelData.words
                key: index === 0 ? "↵" : ""
                onClicked: Merging.choose(modelData.key)
            }
        }
    }
    BesideTable { Layout.fillWidth: true; visible: dialog.beside; room: dialog.height - 330 }
    Trouble { Layout.fillWidth: true; text: Merging.problem }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: 8
        spacing: 8
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; text: qsTr("取消"); key: "Esc"; onClicked: Merging.close() }
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; visible: dialog.beside; text: qsTr("不是这个人"); key: "B"; onClicked: Merging.another() }
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; visible: dialog.beside; text: qsTr("换另一条留下"); key: "X"; iconName: "refresh-cw"; onClicked: Merging.swap() }
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; visible: dialog.beside; text: qsTr("合并成一个人"); key: "Ctrl ↵"; fill: Theme.error; busy: Merging.busy; onClicked: Merging.merge() }
    }
}
