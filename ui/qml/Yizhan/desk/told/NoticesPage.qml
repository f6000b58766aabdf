pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Whom to tell what was decided: the list, and beside it the phone and the sentence to read out. And what all are told.
ColumnLayout {
    id: page
    property bool toAll: false  // the announcements to everybody
    readonly property bool toTell: ToTell.show !== "told"
    readonly property var desk: page.Window.window
    readonly property bool free: !toAll && (desk?.free ?? true)  // no dialog lies over it

    function choose(list: string) {
        page.toAll = list === "all"
        if (!page.toAll)
            ToTell.open_list(list)
    }

    spacing: 16
    Component.onCompleted: ToTell.refresh()
    Shortcut { sequence: "Up"; enabled: !page.toAll; onActivated: ToTell.choose(ToTell.chosen - 1) }
    Shortcut { sequence: "Down"; enabled: !page.toAll; onActivated: ToTell.choose(ToTell.chosen + 1) }
    Shortcut { sequence: "Return"; enabled: page.free && ToTell.size > 0; onActivated: ToTell.open() }
    Shortcut { sequence: "Y"; enabled: page.free && page.toTell && ToTell.size > 0; onActivated: ToTell.tell() }
    Shortcut { sequence: "N"; enabled: page.free && page.toTell && ToTell.size > 0; onActivated: ToTell.try_later() }
    Shortcut { sequence: "P"; enabled: page.free && page.toTell && ToTell.size > 0; onActivated: ToTell.send() }

    PageTitle { Layout.fillWidth: true; title: qsTr("待通知"); sub: Shell.date_text }
    HelpBanner { Layout.fillWidth: true }
    RowLayout {
        Layout.fillWidth: true
        spacing: 16
        ChoiceStrip { Layout.fillWidth: true; options: ToTell.lists.concat([{ value: "all", words: qsTr("公告") }]); value: page.toAll ? "all" : ToTell.show; onChosen: value => page.choose(value) }
        DeskButton { visible: !page.toAll && page.toTell && ToTell.size > 0 && ToTell.way !== ""; text: ToTell.way; iconName: "printer"; key: "P"; busy: ToTell.busy; onClicked: ToTell.send() }
    }
    Loader { Layout.fillWidth: true; Layout.fillHeight: true; active: page.toAll; visible: active; source: "AnnouncementsPane.qml" }
    RowLayout {
        visible: !page.toAll
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
