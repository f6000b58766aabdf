pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Announcements: all that were put up, and the chosen one as the calling board shows it.
RowLayout {
    id: pane
    spacing: 16
    Component.onCompleted: Announcements.show()
    DeskCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 660
        title: qsTr("公告")
        head: ActionBar { actions: Announcements.making }
        Trouble { Layout.fillWidth: true; text: Announcements.problem }
        ChoiceStrip { Layout.fillWidth: true; options: Announcements.which; value: Announcements.table.filters.which ?? ""; onChosen: value => Announcements.table.filter("which", value) }
        DeskTable { Layout.fillWidth: true; Layout.fillHeight: true; table: Announcements.table; placeholder: qsTr("公告里的字"); emptyWords: qsTr("还没有公告") }
    }
    DeskCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 440
        title: Announcements.text === "" ? qsTr("没有选") : qsTr("叫号屏上这样显示")
        spacing: 12
        Rectangle {
            visible: Announcements.text !== ""
            Layout.fillWidth: true
            implicitHeight: said.implicitHeight + 32
            radius: 12
            color: Theme.paper
            border.color: Theme.hairline
            RowLayout {
                id: said
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: 16 }
                spacing: 12
                Icon { Layout.alignment: Qt.AlignTop; name: "megaphone"; color: Theme.colorOf("tickets"); size: 28 }
                ColumnLayout {
                    spacing: 6
                    Words { Layout.fillWidth: true; text: Announcements.text; font { pixelSize: 22; bold: true } }
                    Words { Layout.fillWidth: true; visible: text !== ""; text: Announcements.text_en; color: Theme.muted }
                }
            }
        }
        ActionBar { Layout.fillWidth: true; actions: Announcements.actions }
        DetailPane { Layout.fillWidth: true; Layout.fillHeight: true; sections: Announcements.facts }
    }
    ActionForm { actions: Announcements.actions }
    ActionForm { actions: Announcements.making }
}
