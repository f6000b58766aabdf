pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// One place being counted.
RowLayout {
    id: pane
    spacing: 16
    onVisibleChanged: if (visible) field.input.forceActiveFocus()
    Component.onCompleted: if (visible) field.input.forceActiveFocus()
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 760
        spacing: 12
        DeskField { id: field; Layout.fillWidth: true; placeholder: qsTr("扫架上的书"); onAccepted: { Stocktaking.scan(text); text = "" } }
        ChoiceStrip {
            Layout.fillWidth: true
            options: [{ value: "scanned", words: qsTr("扫到的") }, { value: "odd", words: qsTr("不对的 %1").arg(Stocktaking.odd) }, { value: "missing", words: qsTr("没扫到的 %1").arg(Stocktaking.missing) }]
            value: Stocktaking.showing
            onChosen: value => { Stocktaking.show(value); field.input.forceActiveFocus() }
        }
        Trouble { Layout.fillWidth: true; text: Stocktaking.problem }
        ListView {
            id: lines
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: Stocktaking.lines
            delegate: StockRow { width: ListView.view.width; onFixed: { Stocktaking.fix(number); field.input.forceActiveFocus() } }
            Words { anchors.centerIn: parent; visible: lines.count === 0; text: Stocktaking.showing === "scanned" ? qsTr("从左到右，一本一本扫") : qsTr("没有"); color: Theme.muted }
            ScrollMark { list: lines }
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 358
        spacing: 12
        Words { Layout.fillWidth: true; text: Stocktaking.place_words; font { pixelSize: Theme.textTitle; bold: true } }
        Words { Layout.fillWidth: true; text: qsTr("随时可以停下，下次接着盘"); color: Theme.muted }
        Figure { words: qsTr("应在架"); count: Stocktaking.expected }
        Figure { words: qsTr("扫到，对的"); count: Stocktaking.seen; ink: Theme.good }
        Figure { words: qsTr("不对的"); count: Stocktaking.odd; ink: Stocktaking.odd > 0 ? Theme.wait : Theme.muted }
        Figure { words: qsTr("没扫到"); count: Stocktaking.missing; ink: Stocktaking.missing > 0 ? Theme.error : Theme.muted }
        Item { Layout.fillHeight: true }
        DeskButton { Layout.fillWidth: true; implicitHeight: 44; text: qsTr("盘完了"); iconName: "clipboard-check"; key: "F3"; fill: Theme.good; onClicked: Stocktaking.ask_finish() }
        DeskButton { Layout.fillWidth: true; text: qsTr("放弃这次盘点"); onClicked: Stocktaking.give_up() }
        Shortcut { sequence: "F3"; enabled: pane.visible; onActivated: Stocktaking.ask_finish() }
    }

    component Figure: RowLayout {
        required property string words
        required property int count
        property color ink: Theme.ink
        Layout.fillWidth: true
        Words { Layout.fillWidth: true; text: parent.words; color: Theme.muted }
        Words { text: String(parent.count); color: parent.ink; font { pixelSize: Theme.textNumber; bold: true } }
    }
}
