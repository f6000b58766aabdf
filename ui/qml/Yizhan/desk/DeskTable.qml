pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan
import Yizhan.Models

// A long table: a search field, what may be filtered, columns that sort, rows that come as they are scrolled to.
ColumnLayout {
    id: view
    required property Table table
    property string placeholder
    property string emptyWords: qsTr("没有")
    property alias filters: chips.data
    property int rowHeight: 44
    readonly property bool typing: search.input.activeFocus
    signal opened(key: string)

    spacing: 8
    Shortcut { sequence: "/"; enabled: view.visible && view.placeholder !== "" && !view.typing; onActivated: { search.input.forceActiveFocus(); search.input.selectAll() } }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8
        DeskField {
            id: search
            Layout.fillWidth: true
            visible: view.placeholder !== ""
            placeholder: view.placeholder
            text: view.table.query
            onTextChanged: view.table.search(text)
            Component.onCompleted: text = view.table.query
            Connections { target: view.table; function onChanged() { if (!search.input.activeFocus && search.text.trim() !== view.table.query) search.text = view.table.query } }
            onAccepted: { lines.forceActiveFocus(); view.table.choose(0) }
            Keys.onDownPressed: { lines.forceActiveFocus(); view.table.choose(0) }
            Keys.onEscapePressed: { text = ""; lines.forceActiveFocus() }
            KeyCap { key: "/"; visible: search.text === ""; anchors { right: parent?.right; rightMargin: 12; verticalCenter: parent?.verticalCenter } parent: search.input.parent }
        }
        RowLayout { id: chips; Layout.fillWidth: false; spacing: 8 }
        Words { text: view.table.total > 0 || view.table.query !== "" ? qsTr("%1 条").arg(view.table.total) : ""; color: Theme.muted; wrapMode: Text.NoWrap }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: 12
        Layout.rightMargin: 24  // as the rows, beside the mark that scrolls
        spacing: 12
        Repeater {
            model: view.table.columns
            T.AbstractButton {
                id: head
                required property var modelData
                readonly property bool current: modelData.sort !== "" && view.table.sort === modelData.sort
                Layout.fillWidth: modelData.width === 0
                Layout.preferredWidth: modelData.width === 0 ? 1 : modelData.width
                implicitHeight: 36
                enabled: modelData.sort !== ""
                focusPolicy: Qt.TabFocus
                Accessible.role: enabled ? Accessible.Button : Accessible.StaticText
                Accessible.name: modelData.words
                onClicked: view.table.sort_by(modelData.sort)
                contentItem: RowLayout {
                    spacing: 4
                    Words { Layout.fillWidth: true; text: head.modelData.words; color: head.current ? Theme.ink : Theme.muted; font.bold: head.current; wrapMode: Text.NoWrap; horizontalAlignment: head.modelData.right ? Text.AlignRight : Text.AlignLeft; font.underline: head.visualFocus }
                    Icon { visible: head.current; name: view.table.down ? "chevron-down" : "chevron-up"; size: 18; color: Theme.ink }
                }
            }
        }
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.outline }
    ListView {
        id: lines
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        reuseItems: true
        model: view.table.rows
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        currentIndex: view.table.chosen
        activeFocusOnTab: true
        cacheBuffer: 0
        Keys.onUpPressed: view.table.step(-1)
        Keys.onDownPressed: view.table.step(1)
        Keys.onReturnPressed: if (view.table.chosen_key !== "") view.opened(view.table.chosen_key)
        Keys.onPressed: event => {
            const page = Math.max(1, Math.floor(height / view.rowHeight) - 1)
            if (event.key === Qt.Key_PageDown) view.table.step(page)
            else if (event.key === Qt.Key_PageUp) view.table.step(-page)
            else if (event.key === Qt.Key_Home) view.table.choose(0)
            else if (event.key === Qt.Key_End) view.table.choose(view.table.total - 1)
            else return
            event.accepted = true
        }
        delegate: TableRow {
            width: ListView.view.width
            height: view.rowHeight
            columns: view.table.columns
            selected: index === view.table.chosen
            onChosen: { lines.forceActiveFocus(); view.table.choose(index) }
            onOpened: view.opened(key)
        }
        Words { anchors.centerIn: parent; visible: view.table.loaded && view.table.total === 0; text: view.table.query === "" ? view.emptyWords : qsTr("没有找到"); color: Theme.muted }
        ScrollMark { list: lines }
    }
}
