pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan
import Yizhan.Models
import ".."

// The library: tabs by mouse or Alt and a digit, the open one below.
ColumnLayout {
    id: page
    spacing: 12

    PageTitle { Layout.fillWidth: true; title: qsTr("图书"); sub: Shell.date_text }
    HelpBanner { Layout.fillWidth: true }
    RowLayout {
        Layout.fillWidth: true
        spacing: 4
        Repeater {
            model: LibraryDesk.tabs
            T.AbstractButton {
                id: tab
                required property var modelData
                required property int index
                readonly property bool current: LibraryDesk.tab === modelData.tab
                implicitWidth: words.implicitWidth + 28
                implicitHeight: 40
                focusPolicy: Qt.TabFocus
                Accessible.role: Accessible.PageTab
                Accessible.name: modelData.words
                onClicked: LibraryDesk.open(modelData.tab)
                Shortcut { sequence: "Alt+" + (tab.index + 1); enabled: page.visible; onActivated: LibraryDesk.open(tab.modelData.tab) }
                background: Rectangle {
                    radius: Theme.radiusButton
                    color: tab.current ? Theme.colorOf("library") : tab.pressed ? Theme.sunk : "transparent"
                    border { width: tab.visualFocus ? 3 : 0; color: Theme.ink }
                }
                contentItem: Item { Words { id: words; anchors.centerIn: parent; text: tab.modelData.words; color: tab.current ? Theme.white : Theme.ink; font.bold: tab.current; wrapMode: Text.NoWrap } }
            }
        }
        Item { Layout.fillWidth: true }
        KeyCap { key: "Alt" }
        Words { text: qsTr("+ 数字"); color: Theme.muted; wrapMode: Text.NoWrap }
    }
    Loader { Layout.fillWidth: true; Layout.fillHeight: true; source: LibraryDesk.file }
}
