import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// A recovery code, seen this once: printed or written down, and confirmed as kept.
ColumnLayout {
    id: view
    required property string code
    required property string whose
    property string done
    signal kept()

    spacing: 14
    onCodeChanged: { if (code !== "") Recovery.look() }
    Component.onCompleted: if (code !== "") Recovery.look()
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: words.implicitHeight + 32
        radius: Theme.radiusCard
        color: Theme.sunk
        Words { id: words; anchors { left: parent.left; right: parent.right; margins: 12; verticalCenter: parent.verticalCenter } horizontalAlignment: Text.AlignHCenter; text: view.code.slice(0, 14) + "\n" + view.code.slice(15); font { pixelSize: Theme.textQuestion; bold: true } }
    }
    Words { Layout.fillWidth: true; text: qsTr("抄在纸上，锁进抽屉。忘了密码就靠它；用过一次换新的。") }
    DeskButton { Layout.fillWidth: true; implicitHeight: 44; visible: Recovery.state !== ""; text: Recovery.state === "printed" ? qsTr("再打一张") : qsTr("打印恢复码"); iconName: "printer"; busy: Recovery.busy; onClicked: Recovery.print_code(view.whose, view.code) }
    Trouble { Layout.fillWidth: true; text: Recovery.state === "failed" ? qsTr("打印机没有接，请抄下来。") : Recovery.problem }
    DeskButton { Layout.fillWidth: true; implicitHeight: 48; fill: Theme.good; text: view.done; onClicked: view.kept() }
}
