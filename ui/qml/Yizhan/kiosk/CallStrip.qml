import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The latest call, and the numbers before it: numbers only.
Rectangle {
    id: strip
    readonly property bool shown: Home.called !== ""
    visible: shown
    implicitHeight: Math.max((Theme.large ? 152 : 120) * Theme.u, line.implicitHeight + 2 * Theme.gap)
    radius: Theme.radiusCard
    color: Theme.goodFill
    border { width: Theme.hair; color: Theme.good }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("正在叫号") + " " + Home.called + " " + Home.called_to
    RowLayout {
        id: line
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.pad; rightMargin: Theme.pad; verticalCenter: parent.verticalCenter }
        spacing: Theme.padRow
        Icon { name: "megaphone"; color: Theme.good; size: (Theme.large ? 80 : 56) * Theme.u }
        Words { text: Home.called; color: Theme.good; font { pixelSize: (Theme.large ? 96 : 64) * Theme.u; bold: true; features: Theme.tabular } }
        Words { Layout.fillWidth: true; text: Home.called_to; color: Theme.good; font { pixelSize: (Theme.large ? 72 : 48) * Theme.u; bold: true } }
        Words { visible: text !== "" && !Theme.large; text: Home.called_before === "" ? "" : qsTr("刚叫过 %1").arg(Home.called_before); color: Theme.good; font { pixelSize: Theme.textSmall; features: Theme.tabular } }
    }
}
