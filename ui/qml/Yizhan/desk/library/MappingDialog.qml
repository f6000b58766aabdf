pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// What a field may be read from: what really stands in the file, each with an example; in MARC several places can be written.
FloatingDialog {
    id: dialog
    parent: Window.contentItem
    open: BookMapping.field !== ""
    title: (BookMapping.marc ? qsTr("“%1”从哪里读？") : qsTr("“%1”是哪一列？")).arg(BookMapping.field_words)
    onOpenChanged: if (open) { places.text = BookMapping.written; sources.positionViewAtBeginning() }

    Shortcut { sequence: "Esc"; enabled: dialog.open; onActivated: BookMapping.shut() }
    RowLayout {
        Layout.fillWidth: true
        visible: BookMapping.marc
        spacing: 8
        DeskField { id: places; Layout.fillWidth: true; placeholder: "701$a$b 200$f"; input.Accessible.name: qsTr("字段和子字段，几处按先后写"); onAccepted: BookMapping.take(text) }
        DeskButton { implicitHeight: 44; text: qsTr("就读这里"); onClicked: BookMapping.take(places.text) }
    }
    Trouble { Layout.fillWidth: true; text: BookMapping.wrong }
    ListView {
        id: sources
        Layout.fillWidth: true
        implicitHeight: Math.max(44, Math.min(contentHeight, dialog.height - 400))
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: BookMapping.choices
        spacing: 4
        cacheBuffer: 10000
        delegate: DeskButton {
            id: choice
            required property var modelData
            readonly property bool taken: modelData.value === BookMapping.taken
            width: ListView.view.width - 16
            text: modelData.words
            Accessible.checked: taken
            fill: taken ? Theme.ink : Theme.white
            onClicked: BookMapping.take(modelData.value)
            contentItem: RowLayout {
                spacing: 12
                Words { Layout.leftMargin: 14; Layout.preferredWidth: BookMapping.marc ? 100 : 190; text: choice.text; color: choice.ink; font.bold: true; wrapMode: Text.NoWrap }
                Words { Layout.fillWidth: true; text: choice.modelData.example; color: choice.taken ? Theme.white : Theme.muted; wrapMode: Text.NoWrap }
                Words { Layout.rightMargin: 14; text: choice.modelData.count; color: choice.taken ? Theme.white : Theme.muted; wrapMode: Text.NoWrap }
            }
        }
        ScrollMark { list: sources }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8
        DeskButton { Layout.fillWidth: true; visible: BookMapping.marc && BookMapping.standard !== ""; implicitHeight: 44; text: qsTr("照标准：%1").arg(BookMapping.standard); onClicked: BookMapping.take_standard() }
        DeskButton { Layout.fillWidth: true; implicitHeight: 44; text: BookMapping.marc ? qsTr("不读这一项") : qsTr("没有这一列"); onClicked: BookMapping.take("") }
    }
    DeskButton { Layout.fillWidth: true; implicitHeight: 44; text: qsTr("不改了"); key: "Esc"; onClicked: BookMapping.shut() }
}
