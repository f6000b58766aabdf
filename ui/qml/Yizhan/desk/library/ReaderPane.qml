pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Who stands at the desk: what they have, what waits for them, what they should hear.
ColumnLayout {
    id: pane
    readonly property var reader: Lending.reader
    signal done()

    spacing: 10
    RowLayout {
        Layout.fillWidth: true
        spacing: 12
        Words { text: pane.reader.name ?? ""; font { pixelSize: Theme.textQuestion; bold: true } }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            Words { Layout.fillWidth: true; text: (pane.reader.kind ?? "") + " " + (pane.reader.card ?? ""); color: Theme.muted; wrapMode: Text.NoWrap; elide: Text.ElideRight }
            Words { text: pane.reader.count ?? ""; font.bold: true; color: pane.reader.full ? Theme.error : Theme.ink }
        }
        DeskButton { implicitHeight: 44; text: qsTr("下一位"); key: "F4"; fill: Theme.colorOf("library"); onClicked: { Lending.next_reader(); pane.done() } }
    }
    Repeater { model: pane.reader.warnings ?? []; Badge { required property string modelData; text: modelData; tone: "error"; iconName: "circle-alert" } }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8
        DeskButton { Layout.alignment: Qt.AlignTop; visible: pane.reader.renewable ?? false; text: qsTr("全部续借"); key: "F2"; iconName: "refresh-cw"; onClicked: { Lending.renew_all(); pane.done() } }
        ActionBar { Layout.fillWidth: true; actions: Lending.actions }
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.hairline }
    ListView {
        id: held
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: Lending.loans
        header: Column {
            width: held.width
            Repeater { model: Lending.holds; WaitingRow { width: held.width; onFetched: copy => { Lending.fetch(copy); pane.done() } } }
        }
        delegate: HeldRow { width: held.width; onRenewed: { Lending.renew(copy); pane.done() } onReturned: { Lending.give_back(copy); pane.done() } }
        Words { anchors.centerIn: parent; visible: held.count === 0; text: qsTr("手上没有书"); color: Theme.muted }
        ScrollMark { list: held }
    }
}
