import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The number that is called: filled and as large as it goes while it is new, beside where to go afterwards.
Rectangle {
    id: card
    readonly property bool called: Board.now.number !== ""
    readonly property color ink: Board.hot ? Theme.white : Theme.ink

    implicitHeight: 400 * Theme.u
    radius: Theme.radiusCard
    color: Board.hot ? Theme.accent : Theme.card
    border { width: Board.hot ? 0 : Theme.hair; color: Theme.hairline }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: called ? Board.now.number + " " + Board.now.words : Board.rest

    GridLayout {
        visible: card.called
        anchors { fill: parent; margins: 48 * Theme.u }
        columns: Board.hot || !Theme.landscape ? 1 : 2
        columnSpacing: 48 * Theme.u
        rowSpacing: 0
        Item { Layout.fillHeight: true; visible: parent.columns === 1 }
        Words {
            objectName: "figure"
            Layout.fillWidth: parent.columns === 1
            Layout.maximumWidth: parent.columns === 1 ? Number.POSITIVE_INFINITY : 580 * Theme.u
            horizontalAlignment: Text.AlignHCenter
            text: Board.now.number
            color: card.ink
            wrapMode: Text.NoWrap
            font { pixelSize: (Board.hot ? (Theme.landscape ? 400 : 380) : 250) * Theme.u; bold: true }
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 120 * Theme.u
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            Words {
                Layout.fillWidth: true
                visible: !Board.hot
                horizontalAlignment: Theme.landscape ? Text.AlignLeft : Text.AlignHCenter
                text: qsTr("%1 叫的号").arg(Board.now.time)
                color: Theme.muted
                font.pixelSize: 48 * Theme.u
            }
            Words {
                objectName: "figure"
                Layout.fillWidth: true
                horizontalAlignment: Board.hot || !Theme.landscape ? Text.AlignHCenter : Text.AlignLeft
                text: Board.hot ? Board.now.words : Board.now.counter
                color: card.ink
                wrapMode: Text.NoWrap
                font { pixelSize: (Board.hot ? 128 : 100) * Theme.u; bold: true }
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
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: Board.rest; font { pixelSize: 112 * Theme.u; bold: true } }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: Board.rest_more; color: Theme.muted; font.pixelSize: 60 * Theme.u; visible: text !== "" }
    }
}
