import QtQuick
import QtQuick.Layouts
import Yizhan.Models
import ".."

// The ledger of strikes; the chosen one beside, with what was said of it.
RowLayout {
    spacing: 16
    Component.onCompleted: Strikes.show()
    DeskCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 720
        title: qsTr("失信记录")
        ChoiceStrip { Layout.fillWidth: true; options: Strikes.which; value: Strikes.table.filters.which ?? ""; onChosen: value => Strikes.table.filter("which", value) }
        DeskTable { Layout.fillWidth: true; Layout.fillHeight: true; table: Strikes.table; placeholder: qsTr("谁、预约号码"); emptyWords: qsTr("没有失信记录") }
    }
    DeskCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 400
        title: Strikes.party === "" ? qsTr("没有选记录") : Strikes.party
        spacing: 12
        Trouble { Layout.fillWidth: true; text: Strikes.problem }
        ActionBar { Layout.fillWidth: true; actions: Strikes.actions }
        DetailPane { Layout.fillWidth: true; Layout.fillHeight: true; sections: Strikes.sections }
    }
    ActionForm { actions: Strikes.actions }
}
