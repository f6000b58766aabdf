pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// The station's figures over a period: a topic as chart, numbers and list; the same as files; who did what when.
ColumnLayout {
    id: page
    readonly property bool typing: from.input.activeFocus || until.input.activeFocus
    readonly property bool auditing: Figures.topic === "audit"

    spacing: 12
    Component.onCompleted: Figures.show()
    Shortcut { sequence: "Ctrl+S"; enabled: page.visible; onActivated: page.auditing ? Audit.save() : Figures.save_sheet() }
    Shortcut { sequence: "Left"; enabled: page.visible && !page.typing && !page.auditing; onActivated: Figures.step_topic(-1) }
    Shortcut { sequence: "Right"; enabled: page.visible && !page.typing && !page.auditing; onActivated: Figures.step_topic(1) }

    PageTitle { Layout.fillWidth: true; title: qsTr("统计"); sub: Figures.period }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8
        ChoiceStrip { Layout.fillWidth: true; options: Figures.spans; value: Figures.span; onChosen: value => Figures.choose_span(value) }
        DeskButton { visible: page.auditing; iconName: "file-down"; text: qsTr("导出 CSV"); key: "Ctrl S"; enabled: FigureFiles.going === ""; onClicked: Audit.save() }
        DeskButton { visible: !page.auditing; iconName: "sheet"; text: qsTr("存成表格"); key: "Ctrl S"; enabled: FigureFiles.going === ""; onClicked: Figures.save_sheet() }
        DeskButton { visible: !page.auditing; iconName: "file-text"; text: qsTr("报告 PDF"); enabled: FigureFiles.going === ""; onClicked: Figures.save_report() }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: Figures.span === "free"
        spacing: 8
        Words { text: qsTr("从"); wrapMode: Text.NoWrap }
        DeskField { id: from; Layout.fillWidth: false; Layout.preferredWidth: 150; text: Figures.first; input.Accessible.name: qsTr("第一天"); onAccepted: Figures.choose_days(text, until.text) }
        Words { text: qsTr("到"); wrapMode: Text.NoWrap }
        DeskField { id: until; Layout.fillWidth: false; Layout.preferredWidth: 150; text: Figures.last; input.Accessible.name: qsTr("最后一天"); onAccepted: Figures.choose_days(from.text, text) }
        DeskButton { text: qsTr("看这段"); fill: Theme.ink; implicitHeight: 44; onClicked: Figures.choose_days(from.text, until.text) }
        Words { Layout.fillWidth: true; text: Figures.wrong_days; color: Theme.error; font.bold: true }
    }
    ChoiceStrip { Layout.fillWidth: true; visible: Figures.topics.length > 1; options: Figures.topics; value: Figures.topic; onChosen: value => Figures.choose_topic(value) }
    Trouble { Layout.fillWidth: true; text: Figures.problem !== "" ? Figures.problem : FigureFiles.problem !== "" ? FigureFiles.problem : Audit.problem }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !page.auditing
        spacing: 16
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 730
            title: Figures.title
            head: RowLayout {
                spacing: 16
                Layout.leftMargin: 8
                Repeater {
                    model: Figures.legend
                    RowLayout {
                        required property string modelData
                        required property int index
                        spacing: 8
                        Rectangle { implicitWidth: 14; implicitHeight: 14; radius: 3; color: parent.index === 0 ? Theme.colorOf(Figures.service) : Theme.usual }
                        Words { text: parent.modelData; wrapMode: Text.NoWrap }
                    }
                }
                BusyRing { running: Figures.asking; color: Theme.muted }
            }
            spacing: 12
            RowLayout {
                Layout.fillWidth: true
                spacing: 12
                Repeater {
                    model: Figures.tiles
                    FigureTile { required property var modelData; Layout.fillWidth: true; Layout.preferredWidth: 1; words: modelData.words; value: modelData.value }
                }
            }
            BarsChart { Layout.fillWidth: true; Layout.fillHeight: true; visible: !Figures.empty; chart: Figures.chart; color: Theme.colorOf(Figures.service) }
            Words { Layout.fillWidth: true; Layout.fillHeight: true; visible: Figures.loaded && Figures.empty; horizontalAlignment: Text.AlignHCenter; verticalAlignment: Text.AlignVCenter; text: qsTr("这段时间没有记录"); color: Theme.muted }
        }
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 388
            title: Figures.aside
            ShareList { Layout.fillWidth: true; Layout.fillHeight: true; rows: Figures.rows; color: Theme.colorOf(Figures.service) }
        }
    }
    Loader { Layout.fillWidth: true; Layout.fillHeight: true; visible: page.auditing; active: page.auditing; sourceComponent: AuditCard { } }
    FileBar { Layout.fillWidth: true }
}
