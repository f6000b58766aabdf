pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Sheets of labels: which copies, which paper, how the first sheet will look.
RowLayout {
    id: tab
    spacing: 16
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 620
        spacing: 10
        Words { text: qsTr("给哪些书"); font { pixelSize: Theme.textTitle; bold: true } }
        ChoiceStrip {
            Layout.fillWidth: true
            options: [{ value: "range", words: qsTr("一段编号") }, { value: "numbers", words: qsTr("点名几册") }, { value: "search", words: qsTr("按书名或位置") }]
            value: LabelSheets.how
            onChosen: value => LabelSheets.fill("how", value)
        }
        RowLayout {
            visible: LabelSheets.how === "range"
            spacing: 8
            DeskField { Layout.fillWidth: true; Layout.preferredWidth: 1; placeholder: qsTr("从 S0000001"); text: LabelSheets.first; onTextChanged: LabelSheets.fill("first", text) }
            DeskField { Layout.fillWidth: true; Layout.preferredWidth: 1; placeholder: qsTr("到（可不填）"); text: LabelSheets.last; onTextChanged: LabelSheets.fill("last", text) }
            DeskButton { implicitHeight: 44; text: LabelSheets.printed === "" ? qsTr("从头开始") : qsTr("上次之后的"); onClicked: LabelSheets.since_last() }
        }
        Words { Layout.fillWidth: true; visible: LabelSheets.how === "range" && LabelSheets.printed !== ""; text: qsTr("上次打到 %1").arg(LabelSheets.printed); color: Theme.muted }
        DeskField { Layout.fillWidth: true; visible: LabelSheets.how === "numbers"; maximum: 100000; placeholder: qsTr("编号，用空格隔开，也可以一本本扫"); text: LabelSheets.numbers; onTextChanged: LabelSheets.fill("numbers", text); onAccepted: text = text + " " }
        DeskField { Layout.fillWidth: true; visible: LabelSheets.how === "search"; placeholder: qsTr("书名、作者、ISBN"); text: LabelSheets.words; onTextChanged: LabelSheets.fill("words", text) }
        ChoiceStrip { Layout.fillWidth: true; visible: LabelSheets.how === "search"; options: LabelSheets.locations; value: LabelSheets.location; onChosen: value => LabelSheets.fill("location", value) }
        Words { Layout.topMargin: 8; text: qsTr("什么样的纸（列 × 行）"); font.bold: true }
        RowLayout {
            spacing: 12
            ChoiceStrip { Layout.fillWidth: true; options: LabelSheets.papers; value: LabelSheets.paper; onChosen: value => LabelSheets.fill("paper", value) }
        }
        ChoiceStrip { Layout.fillWidth: true; options: LabelSheets.codes; value: LabelSheets.code; onChosen: value => LabelSheets.fill("code", value) }
        RowLayout {
            spacing: 8
            Words { Layout.fillWidth: true; text: qsTr("第一张纸上已经用掉 %1 个").arg(LabelSheets.skip) }
            DeskButton { implicitWidth: 44; iconName: "minus"; text: ""; Accessible.name: qsTr("少用掉一个"); onClicked: LabelSheets.leave_out(LabelSheets.skip - 1) }
            DeskButton { implicitWidth: 44; iconName: "plus"; text: ""; Accessible.name: qsTr("多用掉一个"); onClicked: LabelSheets.leave_out(LabelSheets.skip + 1) }
        }
        Item { Layout.fillHeight: true }
        Trouble { Layout.fillWidth: true; text: LabelSheets.trouble !== "" ? LabelSheets.trouble : LabelSheets.problem }
        DeskField { Layout.fillWidth: true; label: qsTr("存成"); text: LabelSheets.file; onTextChanged: LabelSheets.fill("file", text) }
        RowLayout {
            spacing: 8
            DeskButton { Layout.fillWidth: true; implicitHeight: 44; text: qsTr("存成 PDF"); iconName: "printer"; fill: Theme.good; enabled: LabelSheets.amount > 0; onClicked: LabelSheets.save() }
            DeskButton { implicitHeight: 44; text: qsTr("打开文件"); iconName: "file-text"; visible: LabelSheets.saved; onClicked: LabelSheets.open_file() }
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 500
        spacing: 10
        RowLayout {
            Words { Layout.fillWidth: true; text: qsTr("第一页"); font { pixelSize: Theme.textTitle; bold: true } }
            Words { text: LabelSheets.count_words; color: Theme.muted }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            LabelSheet { id: paper; anchors.centerIn: parent; height: Math.min(parent.height, parent.width * 297 / 210); width: height * 210 / 297 }
            Words { anchors.centerIn: paper; width: paper.width - 40; visible: LabelSheets.amount === 0; horizontalAlignment: Text.AlignHCenter; text: qsTr("选好书，这里先看样子"); color: Theme.muted }
        }
    }
}
