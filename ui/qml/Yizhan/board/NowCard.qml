import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The number that is called: filled and as large as it goes while it is new, beside where to go afterwards.
Rectangle {
    id: card
    readonly property bool called: Board.now.number !== ""
    readonly property color ink: Board.hot ? Theme.white : Theme.ink
    // a high screen with much else on it has room for one line: the counter stands beside the number, as on a wide one
    readonly property bool flat: !Board.hot && !Theme.landscape && (Board.said !== "" || (Board.silent && Board.cut_off !== ""))
    readonly property bool lower: Theme.landscape && !Board.hot && Board.said !== ""  // what is announced takes of its height
    readonly property bool beside: flat || (Theme.landscape && !Board.hot)
    readonly property real side: (flat ? 32 : 48) * Theme.u

    implicitHeight: (flat ? 225 : 400) * Theme.u
    radius: Theme.radiusCard
    color: Board.hot ? Theme.accent : Theme.card
    border { width: Board.hot ? 0 : Theme.hair; color: Theme.hairline }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: called ? Board.now.number + " " + Board.now.words : Board.rest

    GridLayout {
        visible: card.called
        anchors { fill: parent; margins: (card.flat ? 8 : card.lower ? 16 : 48) * Theme.u; leftMargin: card.side; rightMargin: card.side }
        columns: card.beside ? 2 : 1
        columnSpacing: card.side
        rowSpacing: 0
        Item { Layout.fillHeight: true; visible: parent.columns === 1 }
        Words {
            objectName: "figure"
            Layout.fillWidth: parent.columns === 1
            Layout.maximumWidth: parent.columns === 1 ? Number.POSITIVE_INFINITY : (card.flat ? 400 : 580) * Theme.u
            horizontalAlignment: Text.AlignHCenter
            text: Board.now.number
            color: card.ink
            wrapMode: Text.NoWrap
            font { pixelSize: (Board.hot ? (Theme.landscape ? 400 : 380) : card.flat ? 140 : card.lower ? 190 : 250) * Theme.u; bold: true }
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 120 * Theme.u
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            Words {
                Layout.fillWidth: true
                visible: !Board.hot
                horizontalAlignment: card.beside ? Text.AlignLeft : Text.AlignHCenter
                text: qsTr("%1 叫的号").arg(Board.now.time)
                color: Theme.muted
                font.pixelSize: 48 * Theme.u
            }
            Words {
                objectName: "figure"
                Layout.fillWidth: true
                horizontalAlignment: card.beside ? Text.AlignLeft : Text.AlignHCenter
                text: Board.hot ? Board.now.words : Board.now.counter
                color: card.ink
                wrapMode: Text.NoWrap
                font { pixelSize: (Board.hot ? 128 : card.flat ? 88 : 100) * Theme.u; bold: true }
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 48 * Theme.u
            }
        }
        Item { Layout.fillHeight: true; visible: parent.columns === 1 }
    }
    ColumnLayout {
        visible: !card.called
        anchors { left: parent.left; right: parent.right; margins: 48 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: 16 * Theme.u
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: Board.rest; font { pixelSize: (card.flat ? 88 : 112) * Theme.u; bold: true } }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: Board.rest_more; color: Theme.muted; font.pixelSize: 60 * Theme.u; visible: text !== "" }
    }
}
