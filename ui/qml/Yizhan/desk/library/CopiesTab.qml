import QtQuick
import Yizhan.Models
import ".."

// Single copies: what is wrong with them, and what has been.
ListTab {
    id: tab
    table: CopiesDesk.table
    actions: CopiesDesk.actions
    sections: CopiesDesk.sections
    problem: CopiesDesk.problem
    placeholder: qsTr("编号，或书名")
    emptyWords: qsTr("没有这样的单册")
    hint: qsTr("选一册，看它的经过；丢了、坏了、找到了都在这里记")
    filters: ChoiceStrip {
        options: CopiesDesk.states
        value: CopiesDesk.state
        onChosen: value => CopiesDesk.only(value)
    }
    extra: DeskButton { visible: tab.sections.length > 0; text: qsTr("打书标"); iconName: "printer"; onClicked: CopiesDesk.label() }
}
