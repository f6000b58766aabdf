pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan.Models
import "people"

// People, masked until opened; and the organisations they belong to.
ColumnLayout {
    id: page
    readonly property bool people: Persons.part === "people"
    spacing: 16
    Component.onCompleted: Persons.show()
    enabled: !Merging.open
    Component.onDestruction: { Persons.mask(); Merging.close() }
    PageTitle {
        Layout.fillWidth: true
        title: qsTr("居民")
        ChoiceStrip {
            visible: Persons.making_group.offered.length > 0
            options: [{ value: "people", words: qsTr("居民") }, { value: "organisations", words: qsTr("单位和社团") }]
            value: Persons.part
            onChosen: value => Persons.turn_to(value)
        }
    }
    HelpBanner { Layout.fillWidth: true }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: 16
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 600
            title: page.people ? qsTr("居民") : qsTr("单位和社团")
            head: ActionBar { actions: page.people ? Persons.making : Persons.making_group }
            ChoiceStrip { Layout.fillWidth: true; visible: page.people; options: Persons.which; value: Persons.table.filters.which ?? ""; onChosen: value => Persons.table.filter("which", value) }
            DeskTable {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: page.people
                table: Persons.table
                placeholder: qsTr("姓名、拼音首字母、卡号、电话后四位")
            }
            DeskTable {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: !page.people
                table: Persons.groups
                placeholder: qsTr("名称、曾用名、信用代码")
            }
        }
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 520
            title: (page.people ? Persons.name : Persons.organisation) || qsTr("没有选")
            spacing: 12
            Trouble { Layout.fillWidth: true; text: Persons.problem }
            ActionBar { Layout.fillWidth: true; actions: page.people ? Persons.actions : Persons.group_actions }
            DetailPane { Layout.fillWidth: true; Layout.fillHeight: true; sections: page.people ? Persons.sections : Persons.organisation_parts }
        }
    }
    ActionForm { actions: Persons.actions }
    ActionForm { actions: Persons.making }
    ActionForm { actions: Persons.group_actions }
    ActionForm { actions: Persons.making_group }
    MergeDialog { }
    HandedDialog { }
}
