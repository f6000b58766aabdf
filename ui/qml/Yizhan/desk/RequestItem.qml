import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One request: which room and when, who asks, until when, yes or no.
Rectangle {
    id: item
    required property int index
    required property string booking
    required property string number
    required property string room
    required property string when
    required property string who
    required property string purpose
    required property string until
    required property bool late
    required property bool pending
    required property string doubts
    property bool selected: false

    implicitHeight: column.implicitHeight + 24
    radius: Theme.radiusCard
    color: doubts !== "" ? Theme.waitFill : Theme.white
    border { width: selected ? 3 : 1; color: selected ? Theme.ink : Theme.hairline }
    Accessible.role: Accessible.ListItem
    Accessible.name: number
    TapHandler { onTapped: Requests.choose(item.index) }
    ColumnLayout {
        id: column
        anchors { fill: parent; margins: 12 }
        spacing: 4
        RowLayout {
            Layout.fillWidth: true
            Words { Layout.fillWidth: true; text: item.room; font { pixelSize: 20; bold: true } }
            Words { text: item.when; font.bold: true; wrapMode: Text.NoWrap }
        }
        Words { Layout.fillWidth: true; text: item.who }
        Words { Layout.fillWidth: true; visible: text !== ""; text: item.purpose; color: Theme.muted }
        RowLayout {
            visible: item.doubts !== ""
            spacing: 8
            Icon { name: "triangle-alert"; color: Theme.wait; size: Theme.iconSmall }
            Words { Layout.fillWidth: true; text: item.doubts; color: Theme.wait; font.bold: true }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 8
            Icon { name: "clock"; size: Theme.iconSmall; color: item.late ? Theme.error : Theme.muted }
            Words { Layout.fillWidth: true; text: item.until; color: item.late ? Theme.error : Theme.muted; font.bold: item.late }
            StatusChip { pending: true; visible: item.pending }
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            Layout.topMargin: 4
            spacing: 8
            DeskButton { text: qsTr("拒绝"); key: item.selected ? "R" : ""; Accessible.name: qsTr("拒绝") + " " + item.number; onClicked: Requests.decline(item.booking) }
            DeskButton { text: qsTr("同意"); key: item.selected ? "Y" : ""; fill: Theme.good; busy: Requests.busy && item.selected; Accessible.name: qsTr("同意") + " " + item.number; onClicked: Requests.approve(item.booking) }
        }
    }
}
