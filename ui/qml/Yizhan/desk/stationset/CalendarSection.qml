pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// A month with its working days, holidays and closed days; the manager's word for one; the official list from a file.
RowLayout {
    id: section
    spacing: 16
    Component.onCompleted: StationCalendar.show()
    DeskCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 560
        title: StationCalendar.month_words
        fact: StationCalendar.official ? qsTr("按正式放假安排") : qsTr("正式放假安排还没公布")
        spacing: 10
        head: RowLayout {
            spacing: 8
            DeskButton { iconName: "chevron-left"; text: ""; Accessible.name: qsTr("上个月"); onClicked: StationCalendar.turn(-1) }
            DeskButton { iconName: "chevron-right"; text: ""; Accessible.name: qsTr("下个月"); onClicked: StationCalendar.turn(1) }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: 7
            columnSpacing: 6
            rowSpacing: 6
            Repeater {
                model: [qsTr("一"), qsTr("二"), qsTr("三"), qsTr("四"), qsTr("五"), qsTr("六"), qsTr("日")]
                Words { required property string modelData; Layout.fillWidth: true; Layout.preferredWidth: 1; text: modelData; color: Theme.muted; horizontalAlignment: Text.AlignHCenter }
            }
            Repeater {
                model: StationCalendar.days
                CalendarCell { Layout.fillWidth: true; Layout.preferredWidth: 1; chosen: StationCalendar.day === day; onClicked: StationCalendar.choose(day) }
            }
        }
        Item { Layout.fillHeight: true }
        AffectedCard { Layout.fillWidth: true; visible: StationSettings.affected.length > 0 }
    }
    ColumnLayout {
        Layout.fillHeight: true
        Layout.fillWidth: false
        Layout.preferredWidth: 380
        spacing: 16
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            title: StationCalendar.day_text
            spacing: 10
            Words { Layout.fillWidth: true; text: StationCalendar.counts_as; color: Theme.muted }
            Trouble { Layout.fillWidth: true; text: StationCalendar.problem }
            Words { Layout.topMargin: 6; text: qsTr("这天算不算工作日"); font.bold: true }
            ChoiceStrip { Layout.fillWidth: true; options: [{ value: "", words: qsTr("按国家安排") }, { value: "yes", words: qsTr("上班") }, { value: "no", words: qsTr("放假") }]; value: StationCalendar.working; onChosen: value => StationCalendar.set("working", value) }
            Words { Layout.topMargin: 6; text: qsTr("这天开不开门"); font.bold: true }
            ChoiceStrip { Layout.fillWidth: true; options: [{ value: "", words: qsTr("按开放时间") }, { value: "no", words: qsTr("不开门") }]; value: StationCalendar.is_open; onChosen: value => StationCalendar.set("is_open", value) }
            DeskField { id: reason; Layout.fillWidth: true; Layout.topMargin: 6; label: qsTr("为什么（屏幕上会写）"); maximum: 30; onTextChanged: if (text !== StationCalendar.note) StationCalendar.set("note", text); onAccepted: StationCalendar.save() }
            Connections { target: StationCalendar; function onChanged() { if (reason.text !== StationCalendar.note) reason.text = StationCalendar.note } }
            RowLayout {
                Layout.topMargin: 6
                spacing: 8
                DeskButton { visible: StationCalendar.dirty; implicitHeight: 44; fill: Theme.good; text: qsTr("这样定"); busy: StationCalendar.busy; onClicked: StationCalendar.save() }
                DeskButton { visible: StationCalendar.own; implicitHeight: 44; text: qsTr("恢复成平常"); onClicked: StationCalendar.follow() }
            }
            Item { Layout.fillHeight: true }
        }
        DeskCard {
            Layout.fillWidth: true
            title: qsTr("导入放假安排")
            spacing: 10
            Words { Layout.fillWidth: true; text: qsTr("国务院每年的通知，表格或 .ics 文件"); color: Theme.muted }
            RowLayout {
                spacing: 8
                DeskField { id: file; Layout.fillWidth: true; placeholder: qsTr("文件路径"); onAccepted: StationCalendar.bring(text) }
                FilePicker { filters: ["*.csv *.xlsx *.ics *.txt *.json"]; onPicked: path => { file.text = path; StationCalendar.bring(path) } }
            }
            DeskButton { visible: file.text.trim() !== ""; text: qsTr("导入"); busy: StationCalendar.importing; onClicked: StationCalendar.bring(file.text) }
            Trouble { Layout.fillWidth: true; text: StationCalendar.import_problem }
            Repeater {
                model: StationCalendar.imported
                Words { required property string modelData; Layout.fillWidth: true; text: modelData; color: Theme.good; font.bold: true }
            }
        }
    }
}
