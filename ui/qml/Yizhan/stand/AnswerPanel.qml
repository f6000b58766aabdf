import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What became of the code: colour, icon and words, read from the door. On a wide screen what stands below stands beside.
Rectangle {
    id: panel
    readonly property var answer: Stand.answer
    readonly property bool caution: answer.outcome === "caution"
    readonly property color ink: caution ? Theme.ink : Theme.white
    readonly property bool known: answer.room !== ""

    implicitHeight: (known ? about : plain).implicitHeight + 2 * Theme.pad
    radius: Theme.radiusPanel
    color: answer.outcome === "success" ? Theme.good : caution ? Theme.caution : Theme.error
    Accessible.role: Accessible.AlertMessage
    Accessible.name: answer.title

    ColumnLayout {
        id: about
        visible: panel.known
        anchors { fill: parent; margins: Theme.pad }
        spacing: Theme.gapGroup
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.pad
            AnswerDisc { Layout.alignment: Qt.AlignTop; size: (Theme.landscape ? 150 : 216) * Theme.u; name: panel.answer.icon; fill: panel.ink; ink: panel.caution ? Theme.white : panel.color }
            GridLayout {
                Layout.fillWidth: true
                columns: Theme.landscape ? 2 : 1
                columnSpacing: 2 * Theme.pad
                rowSpacing: 4 * Theme.u
                Words {
                    Layout.fillWidth: !Theme.landscape
                    text: panel.answer.title
                    color: panel.ink
                    wrapMode: Text.NoWrap
                    fontSizeMode: Theme.landscape ? Text.FixedSize : Text.HorizontalFit
                    minimumPixelSize: 76 * Theme.u
                    font { pixelSize: Theme.landscape ? 112 * Theme.u : Theme.textResult; bold: true }
                }
                Words { Layout.fillWidth: true; visible: text !== ""; text: panel.answer.sub; color: panel.ink; font { pixelSize: (Theme.large ? 68 : 58) * Theme.u; bold: true } }
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.landscape ? 2 : 1
            columnSpacing: Theme.pad
            rowSpacing: Theme.gapGroup
            AnswerCard { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; Layout.preferredWidth: Theme.landscape ? 960 * Theme.u : -1; answer: panel.answer }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.landscape ? 740 * Theme.u : -1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gapGroup
                PeopleCount { Layout.fillWidth: true; visible: HeadCount.open; ink: panel.ink; fill: panel.color }
                Words { Layout.fillWidth: true; visible: text !== "" && !HeadCount.open; text: HeadCount.told !== "" ? HeadCount.told : panel.answer.count; color: panel.ink; font { pixelSize: (Theme.large ? 84 : 68) * Theme.u; bold: true } }
                Words { Layout.fillWidth: true; visible: text !== "" && !HeadCount.open; text: panel.answer.advice; color: panel.ink; font.pixelSize: (Theme.large ? 64 : 54) * Theme.u }
            }
        }
        Item { Layout.fillHeight: true }
    }
    ColumnLayout {
        id: plain
        visible: !panel.known
        anchors { fill: parent; margins: Theme.pad }
        spacing: Theme.gapGroup
        Item { Layout.fillHeight: true }
        AnswerDisc { Layout.alignment: Qt.AlignHCenter; size: (Theme.landscape ? 216 : 300) * Theme.u; name: panel.answer.icon; fill: panel.ink; ink: panel.caution ? Theme.white : panel.color }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: panel.answer.title; color: panel.ink; wrapMode: Text.NoWrap; fontSizeMode: Text.HorizontalFit; minimumPixelSize: 76 * Theme.u; font { pixelSize: (Theme.landscape ? 120 : 140) * Theme.u; bold: true } }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; visible: text !== ""; text: panel.answer.sub; color: panel.ink; font { pixelSize: (Theme.large && !Theme.landscape ? 64 : Theme.large ? 60 : 58) * Theme.u; bold: true } }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; visible: text !== ""; text: panel.answer.advice; color: panel.ink; font.pixelSize: (Theme.large ? 62 : 52) * Theme.u }
        Item { Layout.fillHeight: true }
    }
}
