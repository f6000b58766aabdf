pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The bar in the service's colour: back, home, the question, the step, 叫人帮忙. 长辈版 puts the question on its own row.
Rectangle {
    id: header
    required property string title
    property string sub
    property string step
    readonly property bool stacked: Theme.large && !Theme.landscape
    signal back()

    implicitHeight: Math.max((Theme.keyboardHeight > 0 ? 176 : 200) * Theme.u, grid.implicitHeight + 48 * Theme.u)
    color: Theme.accent
    GridLayout {
        id: grid
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.margin - 8 * Theme.u; rightMargin: Theme.margin; verticalCenter: parent.verticalCenter }
        columns: header.stacked ? 2 : 3
        columnSpacing: Theme.padRow
        rowSpacing: Theme.gap
        Row {
            RoundButton { iconName: "arrow-left"; text: qsTr("返回"); onClicked: header.back() }
            RoundButton { iconName: "house"; text: qsTr("首页"); onClicked: Shell.home() }
        }
        HelpButton {
            Layout.row: 0
            Layout.column: header.stacked ? 1 : 2
            Layout.alignment: Qt.AlignRight
            implicitHeight: 120 * Theme.u
            topInset: 8 * Theme.u
            bottomInset: 8 * Theme.u
            edgeWidth: 0
            textSize: Theme.large ? 60 * Theme.u : 40 * Theme.u
        }
        ColumnLayout {
            Layout.row: header.stacked ? 1 : 0
            Layout.column: header.stacked ? 0 : 1
            Layout.columnSpan: header.stacked ? 2 : 1
            Layout.fillWidth: true
            Layout.leftMargin: header.stacked ? 8 * Theme.u : 0
            spacing: 0
            Words { Layout.fillWidth: true; text: header.title; color: Theme.white; font { pixelSize: Theme.large && text.length > 9 ? 80 * Theme.u : !Theme.large && text.length > 16 ? 46 * Theme.u : Theme.textQuestion; bold: true } Accessible.role: Accessible.Heading }
            Words {
                Layout.fillWidth: true
                visible: text !== "" && !(Theme.large && Theme.keyboardHeight > 0)
                text: [header.step, header.sub].filter(part => part !== "").join(" · ")
                color: Theme.white
                font.pixelSize: Theme.textSmall
            }
        }
    }
}
