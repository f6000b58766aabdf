pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan.Models
import ".."

// Who did what when: the list with its filters.
Item {
    id: card
    Component.onCompleted: Audit.show()

    DeskCard {
        anchors.fill: parent
        title: qsTr("操作记录")
        head: RowLayout {
            spacing: 8
            DeskButton { iconName: "user"; text: Audit.who_words; Accessible.name: qsTr("谁做的"); onClicked: who.choosing = true }
            DeskButton { iconName: "list"; text: Audit.kind_words; Accessible.name: qsTr("哪种事"); onClicked: kind.choosing = true }
            ChoiceStrip { Layout.preferredWidth: implicitWidth; options: Audit.outcomes; value: Audit.table.filters.status ?? ""; onChosen: value => Audit.filter("status", value) }
        }
        DeskTable {
            Layout.fillWidth: true
            Layout.fillHeight: true
            table: Audit.table
            placeholder: qsTr("号码，例如 A012 或 AB0003")
            emptyWords: qsTr("这段时间没有记录")
        }
    }
    PickDialog { id: who; parent: card.Window.contentItem; title: qsTr("谁做的"); options: Audit.who_options; value: Audit.table.filters.actor ?? ""; onPicked: value => Audit.filter("actor", value) }
    PickDialog { id: kind; parent: card.Window.contentItem; title: qsTr("哪种事"); options: Audit.kind_options; value: Audit.table.filters.kind ?? ""; onPicked: value => Audit.filter("kind", value) }
}
