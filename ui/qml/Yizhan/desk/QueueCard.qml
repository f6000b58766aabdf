pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Whom this counter serves, the next one, and who waits.
DeskCard {
    id: card
    property int most: 4
    readonly property bool isCalled: Counter.state === "called"

    title: qsTr("排队")
    fact: Counter.waiting_words
    spacing: 12
    Trouble { Layout.fillWidth: true; text: Counter.problem }
    RowLayout {
        Layout.fillWidth: true
        visible: Counter.elsewhere_words !== ""
        spacing: 8
        Icon { name: "triangle-alert"; color: Theme.wait; size: Theme.iconSmall }
        Words { Layout.fillWidth: true; text: Counter.elsewhere_words; color: Theme.wait; font.bold: true }
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: now.implicitHeight + 32
        radius: Theme.radiusCard
        color: Theme.pressedCard
        ColumnLayout {
            id: now
            anchors { fill: parent; margins: 16 }
            spacing: 8
            RowLayout {
                Layout.fillWidth: true
                Words { text: Counter.state === "" ? qsTr("窗口空着") : card.isCalled ? qsTr("已叫，等他过来") : qsTr("正在办"); color: Theme.muted }
                Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignRight; text: Counter.lasting; color: Theme.muted }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 16
                Words { text: Counter.number === "" ? "—" : Counter.number; font { pixelSize: 36; bold: true } }
                Words { Layout.fillWidth: true; text: [Counter.item, Counter.person].filter(part => part !== "").join(" · "); maximumLineCount: 2; elide: Text.ElideRight }
                StatusChip { pending: true; visible: Counter.provisional }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 8
                visible: Counter.state !== ""
                DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; visible: card.isCalled; fill: Theme.good; text: qsTr("开始办"); key: "F10"; busy: Counter.busy; onClicked: Counter.move("start") }
                DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; visible: card.isCalled; text: qsTr("过号"); key: "F6"; onClicked: Counter.move("no_show") }
                DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; visible: !card.isCalled; fill: Theme.good; text: qsTr("办结"); key: "F10"; busy: Counter.busy; onClicked: Counter.move("resolve") }
                DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; visible: !card.isCalled; text: qsTr("挂起"); key: "F6"; onClicked: Counter.move("hold") }
            }
        }
    }
    CallNextButton { Layout.fillWidth: true }
    ListView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        model: Counter.lines
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        delegate: QueueRow { width: ListView.view.width }
        Words { anchors.centerIn: parent; visible: Counter.size === 0; text: qsTr("没有人在等"); color: Theme.muted }
    }
    Words { Layout.fillWidth: true; text: Counter.done_words; color: Theme.muted }
}
