import QtQuick
import QtQuick.Templates as T
import Yizhan

// One day of the month: its number and what is special about it; a dot where the manager has said so.
T.AbstractButton {
    id: cell
    required property string day
    required property string number
    required property string word
    required property string tone
    required property bool own
    required property bool inside
    required property bool today
    property bool chosen: false
    readonly property color ink: !inside ? Theme.muted : chosen ? Theme.white : tone === "off" ? Theme.good : tone === "closed" ? Theme.error : tone === "make_up" ? Theme.wait : Theme.ink

    implicitHeight: 57
    enabled: inside
    focusPolicy: Qt.TabFocus
    text: number + (word === "" ? "" : " " + word)
    Accessible.name: text
    background: Rectangle {
        radius: Theme.radiusButton
        color: !cell.inside ? "transparent" : cell.chosen ? Theme.ink : cell.tone === "off" ? Theme.goodFill : cell.tone === "closed" ? Theme.errorFill : cell.tone === "make_up" ? Theme.waitFill : Theme.card
        border { width: !cell.inside ? 0 : cell.visualFocus ? 3 : cell.today ? 2 : 1; color: cell.today || cell.visualFocus ? Theme.ink : Theme.hairline }
        Rectangle { anchors { right: parent.right; top: parent.top; margins: 6 } visible: cell.own; width: 10; height: 10; radius: 5; color: cell.ink }
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width
            Words { width: parent.width; horizontalAlignment: Text.AlignHCenter; text: cell.number; color: cell.ink; font { pixelSize: 20; bold: cell.inside } }
            Words { width: parent.width; horizontalAlignment: Text.AlignHCenter; visible: text !== ""; text: cell.word; color: cell.ink; wrapMode: Text.NoWrap }
        }
    }
}
