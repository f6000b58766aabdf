import QtQuick
import Yizhan.Models
import ".."

// The hold shelf.
ListTab {
    table: HoldShelf.table
    actions: HoldShelf.actions
    sections: HoldShelf.sections
    problem: HoldShelf.problem
    placeholder: qsTr("书名、编号、读者")
    emptyWords: HoldShelf.state === "ready" ? qsTr("预约架上没有书") : qsTr("没有人在等书")
    hint: qsTr("选一份预约，看它留给谁、到哪天")
    filters: ChoiceStrip {
        options: [{ value: "ready", words: qsTr("在架等取") }, { value: "waiting", words: qsTr("排队等书") }, { value: "", words: qsTr("全部") }]
        value: HoldShelf.state
        onChosen: value => HoldShelf.only(value)
    }
}
