pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// A long table, what is chosen in it beside, and what may be done with that.
Item {
    id: tab
    required property Table table
    required property Actions actions
    required property var sections
    property string problem
    property string placeholder
    property string emptyWords
    property string hint
    property alias filters: strip.data
    property alias extra: more.data

    RowLayout {
        anchors.fill: parent
        spacing: 16
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 740
            Flow { id: strip; Layout.fillWidth: true; spacing: 8 }
            DeskTable { Layout.fillWidth: true; Layout.fillHeight: true; table: tab.table; placeholder: tab.placeholder; emptyWords: tab.emptyWords }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 378
            spacing: 12
            Trouble { Layout.fillWidth: true; text: tab.problem }
            ActionBar { Layout.fillWidth: true; actions: tab.actions }
            ColumnLayout { id: more; Layout.fillWidth: true; Layout.fillHeight: false; visible: tab.sections.length > 0 && children.length > 0; spacing: 8 }
            DetailPane { Layout.fillWidth: true; Layout.fillHeight: true; visible: tab.sections.length > 0; sections: tab.sections }
            Words { Layout.fillWidth: true; Layout.fillHeight: true; visible: tab.sections.length === 0; text: tab.hint; color: Theme.muted; horizontalAlignment: Text.AlignHCenter }
        }
    }
    ActionForm { actions: tab.actions }
}
