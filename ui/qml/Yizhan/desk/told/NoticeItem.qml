import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One person to be told: what the news is, who and where, since when.
Rectangle {
    id: item
    required property int index
    required property string notice
    required property string what
    required property string who
    required property string phone
    required property string since
    required property string tries
    required property bool pending
    property bool selected: false

    implicitHeight: column.implicitHeight + 18
    radius: Theme.radiusButton
    color: selected ? Theme.pressedCard : Theme.white
    border { width: selected ? 3 : 1; color: selected ? Theme.ink : Theme.hairline }
    Accessible.role: Accessible.ListItem
    Accessible.name: what + " " + who
    TapHandler { onTapped: ToTell.choose(item.index) }
    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: 14; rightMargin: 14 }
        spacing: 2
        RowLayout {
            Layout.fillWidth: true
            spacing: 12
            Words { Layout.fillWidth: true; text: item.what; font.bold: true }
            StatusChip { pending: true; visible: item.pending }
            Words { text: item.since; color: Theme.muted; wrapMode: Text.NoWrap }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 12
            Words { Layout.fillWidth: true; text: [item.who, item.phone].filter(part => part !== "").join(" · ") }
            Icon { visible: item.tries !== ""; name: "phone"; size: Theme.iconSmall; color: Theme.wait }
            Words { visible: text !== ""; text: item.tries; color: Theme.wait; font.bold: true; wrapMode: Text.NoWrap }
        }
    }
}
