pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Lending and returning: the scan field keeps the focus; what was done stands below it, the reader beside.
Item {
    id: tab
    readonly property bool has: (Lending.reader.id ?? "") !== ""
    function back() { if (!Lending.actions.open) field.input.forceActiveFocus() }

    Component.onCompleted: tab.back()
    Shortcut { sequence: "F4"; enabled: tab.visible && tab.has; onActivated: { Lending.next_reader(); tab.back() } }
    Shortcut { sequence: "F2"; enabled: tab.visible && tab.has && (Lending.reader.renewable ?? false); onActivated: Lending.renew_all() }
    Connections { target: Lending.actions; function onChanged() { if (!Lending.actions.open) tab.back() } }
    RowLayout {
        anchors.fill: parent
        spacing: 16
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 560
            spacing: 12
            Words { text: tab.has ? qsTr("扫书，借给他") : qsTr("扫读者证来借书，直接扫书就是还书"); font { pixelSize: Theme.textTitle; bold: true } Layout.fillWidth: true }
            DeskField {
                id: field
                Layout.fillWidth: true
                placeholder: qsTr("扫码，或输入证号、姓名、编号、书名")
                onAccepted: { Lending.scan(text); text = "" }
                input.Keys.onEscapePressed: text === "" ? Lending.next_reader() : text = ""
                input.Keys.onPressed: event => {
                    if (event.matches(StandardKey.Undo) && text === "" && Told.undoable) { Told.undo(); event.accepted = true }
                    else if (text === "" && Lending.offers.length > 0 && event.key >= Qt.Key_1 && event.key < Qt.Key_1 + Lending.offers.length && event.modifiers === Qt.AltModifier) { Lending.choose(event.key - Qt.Key_1); event.accepted = true }
                    else if (text === "" && Lending.offers.length > 0 && event.key === Qt.Key_Down) { offered.itemAtIndex(0)?.forceActiveFocus(); event.accepted = true }
                }
            }
            Trouble { Layout.fillWidth: true; text: Lending.problem }
            Words { Layout.fillWidth: true; visible: text !== ""; text: Lending.asking; font.bold: true }
            ListView {
                id: offered
                Layout.fillWidth: true
                visible: Lending.offers.length > 0
                implicitHeight: Math.min(contentHeight, 260)
                clip: true
                spacing: 6
                boundsBehavior: Flickable.StopAtBounds
                model: Lending.offers
                delegate: BookOffer { required property int index; required property var modelData; width: ListView.view.width; offer: modelData; urgent: true; onClicked: { Lending.choose(index); tab.back() } }
            }
            ListView {
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                model: Lending.lines
                boundsBehavior: Flickable.StopAtBounds
                delegate: DoneRow { width: ListView.view.width }
                EmptyHint { anchors.centerIn: parent; width: parent.width; visible: parent.count === 0 && Lending.offers.length === 0; iconName: "scan-barcode"; text: qsTr("还没有扫。三本书，一张证，扫完按 F4 就好。") }
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 560
            spacing: 12
            EmptyHint { Layout.fillWidth: true; Layout.fillHeight: true; visible: !tab.has; iconName: "undo-2"; text: qsTr("现在是还书。扫到的书当场还上，有人预约的会提醒放到预约架。") }
            ReaderPane { Layout.fillWidth: true; Layout.fillHeight: true; visible: tab.has; onDone: tab.back() }
        }
    }
    ActionForm { actions: Lending.actions }
}
