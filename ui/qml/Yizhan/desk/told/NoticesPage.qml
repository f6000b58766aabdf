pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Whom to tell what was decided: the list, and beside it the phone and the sentence to read out.
ColumnLayout {
    id: page
    readonly property bool toTell: ToTell.show !== "told"
    readonly property var desk: page.Window.window
    readonly property bool free: desk?.free ?? true  // no dialog lies over it

    spacing: 16
    Component.onCompleted: ToTell.refresh()
    Shortcut { sequence: "Up"; onActivated: ToTell.choose(ToTell.chosen - 1) }
    Shortcut { sequence: "Down"; onActivated: ToTell.choose(ToTell.chosen + 1) }
    Shortcut { sequence: "Return"; enabled: page.free && ToTell.size > 0; onActivated: ToTell.open() }
    Shortcut { sequence: "Y"; enabled: page.free && page.toTell && ToTell.size > 0; onActivated: ToTell.tell() }
    Shortcut { sequence: "N"; enabled: page.free && page.toTell && ToTell.size > 0; onActivated: ToTell.try_later() }
    Shortcut { sequence: "P"; enabled: page.free && page.toTell && ToTell.size > 0; onActivated: ToTell.send() }

    PageTitle { Layout.fillWidth: true; title: qsTr("待通知"); sub: Shell.date_text }
    HelpBanner { Layout.fillWidth: true }
    RowLayout {
        Layout.fillWidth: true
        spacing: 16
        ChoiceStrip { Layout.fillWidth: true; options: ToTell.lists; value: ToTell.show; onChosen: value => ToTell.open_list(value) }
        DeskButton { visible: page.toTell && ToTell.size > 0 && ToTell.way !== ""; text: ToTell.way; iconName: "printer"; key: "P"; busy: ToTell.busy; onClicked: ToTell.send() }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: 16
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 640
            title: page.toTell ? qsTr("一条一条打") : qsTr("这两周告诉过的")
            fact: ToTell.size > 0 ? qsTr("共 %1 条").arg(ToTell.size) : ""
            head: [KeyCap { key: "↑"; visible: ToTell.size > 1 }, KeyCap { key: "↓"; visible: ToTell.size > 1 }]
            Trouble { Layout.fillWidth: true; text: ToTell.problem }
            ListView {
                id: lines
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                spacing: 6
                model: ToTell.rows
                currentIndex: ToTell.chosen
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0
                delegate: NoticeItem { width: ListView.view.width - (lines.contentHeight > lines.height ? 14 : 0); selected: index === ToTell.chosen }
                ScrollMark { list: lines }
                ColumnLayout {
                    anchors.centerIn: parent
                    visible: ToTell.size === 0
                    spacing: 12
                    Icon { Layout.alignment: Qt.AlignHCenter; name: "check-check"; size: 48; color: Theme.muted }
                    Words { text: page.toTell ? qsTr("都告诉了") : qsTr("这两周还没有"); color: Theme.muted }
                }
            }
        }
        NoticePane { visible: ToTell.size > 0; Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 478 }
    }
}
