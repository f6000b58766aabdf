import QtQuick
import Yizhan
import Yizhan.Models
import ".."

// The catalogue.
ListTab {
    id: tab
    table: TitlesDesk.table
    actions: TitlesDesk.actions
    sections: TitlesDesk.sections
    problem: TitlesDesk.problem
    placeholder: qsTr("书名、作者、拼音、ISBN、编号")
    emptyWords: qsTr("还没有书")
    hint: qsTr("选一种书，看它的单册和位置")
    filters: [
        Only { name: "only_in"; text: qsTr("有在架") },
        Only { name: "children"; text: qsTr("少儿") },
        Only { name: "large_print"; text: qsTr("大字版") },
        ActionBar { actions: TitlesDesk.adding }
    ]
    extra: DeskButton { visible: tab.sections.length > 0; text: qsTr("打书标"); iconName: "printer"; onClicked: TitlesDesk.labels() }

    ActionForm { actions: TitlesDesk.adding }

    component Only: DeskButton {
        required property string name
        readonly property bool on: TitlesDesk.only[name] === true
        fill: on ? Theme.ink : Theme.white
        iconName: on ? "check" : ""
        Accessible.checked: on
        onClicked: TitlesDesk.toggle(name)
    }
}
