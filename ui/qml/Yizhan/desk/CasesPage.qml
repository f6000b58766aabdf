pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// All cases in a table, the open one beside it with what may be done.
Item {
    id: page
    Component.onCompleted: Cases.show()
    RowLayout {
        anchors.fill: parent
        spacing: 16
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 700
            title: qsTr("全部工单")
            head: RowLayout {
                spacing: 8
                ActionBar { Layout.fillWidth: true; actions: Cases.making }
            }
            ChoiceStrip { Layout.fillWidth: true; options: Cases.which; value: Cases.table.filters.which ?? ""; onChosen: value => Cases.table.filter("which", value) }
            DeskTable {
                Layout.fillWidth: true
                Layout.fillHeight: true
                table: Cases.table
                placeholder: qsTr("号码、姓名、事项、电话后四位")
            }
        }
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 440
            title: Cases.number === "" ? qsTr("没有选工单") : Cases.number
            spacing: 12
            Trouble { Layout.fillWidth: true; text: Cases.problem }
            Words { Layout.fillWidth: true; visible: text !== ""; text: Cases.caution; color: Theme.wait; font.bold: true }
            ActionBar { Layout.fillWidth: true; actions: Cases.actions }
            Repeater {
                model: Cases.files
                DeskButton { required property var modelData; Layout.fillWidth: true; iconName: "file-text"; text: modelData.name + " · " + modelData.size; onClicked: Papers.open(modelData.id) }
            }
            DetailPane { Layout.fillWidth: true; Layout.fillHeight: true; sections: Cases.sections }
        }
    }
    ActionForm { actions: Cases.actions }
    ActionForm { actions: Cases.making }
    PaperDialog { }
}
