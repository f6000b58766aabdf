pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The counter: which one this desk is, whom it serves, whom it put aside, a number typed by hand.
ColumnLayout {
    spacing: 16
    id: page
    property string part: Cases.sought === "" ? "counter" : "cases"
    PageTitle {
        Layout.fillWidth: true
        title: qsTr("工单")
        ChoiceStrip { options: [{ value: "counter", words: qsTr("我的窗口") }, { value: "cases", words: qsTr("全部工单") }]; value: page.part; onChosen: value => { Cases.seek(""); page.part = value } }
    }
    HelpBanner { Layout.fillWidth: true }
    Loader { Layout.fillWidth: true; Layout.fillHeight: true; active: page.part === "cases"; visible: active; source: "CasesPage.qml" }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: page.part === "counter"
        spacing: 16
        QueueCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 1 }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            spacing: 16
            DeskCard {
                Layout.fillWidth: true
                title: qsTr("这是几号窗口")
                spacing: 12
                RowLayout {
                    spacing: 8
                    Repeater {
                        model: Session.counters
                        DeskButton {
                            required property var modelData
                            text: modelData.name
                            fill: Session.counter === modelData.code ? Theme.ink : Theme.white
                            iconName: Session.counter === modelData.code ? "check" : ""
                            onClicked: Session.choose_counter(modelData.code)
                        }
                    }
                }
            }
            DeskCard {
                Layout.fillWidth: true
                title: qsTr("叫一个号")
                fact: qsTr("断网时也能用")
                spacing: 12
                RowLayout {
                    spacing: 8
                    DeskField { id: typed; Layout.fillWidth: true; placeholder: qsTr("号码，例如 A012"); onAccepted: { Counter.call_number(text); text = "" } }
                    DeskButton { implicitHeight: 44; text: qsTr("叫号"); iconName: "megaphone"; enabled: typed.text.trim() !== ""; onClicked: { Counter.call_number(typed.text); typed.text = "" } }
                }
            }
            DeskCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                title: qsTr("放在一边的")
                fact: qsTr("挂起 · 等材料 · 过号")
                ListView {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    model: Counter.aside
                    boundsBehavior: Flickable.StopAtBounds
                    highlightMoveDuration: 0
                    delegate: QueueRow { width: ListView.view.width }
                    Words { anchors.centerIn: parent; visible: Counter.aside_count === 0; text: qsTr("没有"); color: Theme.muted }
                }
            }
        }
    }
}
