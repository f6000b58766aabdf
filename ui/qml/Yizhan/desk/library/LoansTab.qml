import QtQuick
import Yizhan.Models
import ".."

// What is out, and whom to call about what is late.
ListTab {
    table: LoansDesk.table
    actions: LoansDesk.actions
    sections: LoansDesk.sections
    problem: LoansDesk.problem
    placeholder: qsTr("书名、编号、读者")
    emptyWords: LoansDesk.late ? qsTr("没有逾期的书") : qsTr("没有借出的书")
    hint: qsTr("选一本，看谁借的、还借了什么")
    filters: ChoiceStrip {
        options: [{ value: "late", words: qsTr("逾期的") }, { value: "", words: qsTr("全部在借") }]
        value: LoansDesk.late ? "late" : ""
        onChosen: value => LoansDesk.only_late(value === "late")
    }
}
