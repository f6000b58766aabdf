import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// The chosen line: whom to call, the phone once it was opened, what to say.
DeskCard {
    id: pane
    readonly property var line: ToTell.line
    readonly property bool any: ToTell.size > 0

    title: any ? line.what ?? "" : ""
    fact: any ? line.since ?? "" : ""
    spacing: 14
    RowLayout {
        Layout.fillWidth: true
        visible: pane.any
        spacing: 12
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            Words { Layout.fillWidth: true; text: pane.line.who ?? ""; font { pixelSize: 20; bold: true } }
            Words { Layout.fillWidth: true; visible: pane.line.has_phone ?? false; text: pane.line.phone ?? ""; font { pixelSize: 30; bold: true } wrapMode: Text.NoWrap }
        }
        DeskButton { Layout.alignment: Qt.AlignBottom; implicitHeight: 44; visible: (pane.line.has_phone ?? false) && !pane.line.opened; text: qsTr("看电话"); iconName: "eye"; key: "Enter"; busy: ToTell.busy; onClicked: ToTell.open() }
        Icon { Layout.alignment: Qt.AlignBottom; Layout.bottomMargin: 6; visible: pane.line.opened ?? false; name: "phone-call"; size: 28; color: Theme.good }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: pane.any && !(pane.line.has_phone ?? false)
        spacing: 10
        Icon { name: "info"; size: Theme.iconSmall; color: Theme.wait }
        Words { Layout.fillWidth: true; text: qsTr("没有留电话，等他来的时候当面告诉。"); color: Theme.wait; font.bold: true }
    }
    Flickable {
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        contentHeight: card.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        Rectangle {
            id: card
            width: parent.width
            visible: pane.any
            implicitHeight: said.implicitHeight + 32
            radius: Theme.radiusCard
            color: Theme.pressedCard
            ColumnLayout {
                id: said
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: 16 }
                spacing: 8
                Words { text: qsTr("这样说"); color: Theme.muted }
                Words { Layout.fillWidth: true; text: pane.line.text ?? ""; font.pixelSize: 21; lineHeight: 1.2 }
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: (pane.line.tries ?? "") !== ""
        spacing: 10
        Icon { name: "phone"; size: Theme.iconSmall; color: Theme.wait }
        Words { Layout.fillWidth: true; text: pane.line.tries ?? ""; color: Theme.wait; font.bold: true }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: pane.any && !pane.line.told
        spacing: 8
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; visible: pane.line.has_phone ?? false; text: qsTr("没打通"); key: "N"; onClicked: ToTell.try_later() }
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; fill: Theme.good; text: qsTr("已告知"); key: "Y"; busy: ToTell.busy; onClicked: ToTell.tell() }
    }
    DeskButton { Layout.fillWidth: true; implicitHeight: 44; visible: pane.any && (pane.line.told ?? false); text: qsTr("还没告诉，放回去"); iconName: "undo-2"; onClicked: ToTell.untell() }
    Words { Layout.fillWidth: true; visible: pane.any && !(pane.line.opened ?? false) && (pane.line.tries ?? "") === "" && (pane.line.has_phone ?? false); text: qsTr("看过谁的电话会记下来。"); color: Theme.muted }
}
