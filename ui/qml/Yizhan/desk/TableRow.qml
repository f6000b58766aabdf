pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// One row of a long table; what does not fit its column stands whole in the detail beside.
Rectangle {
    id: row
    required property int index
    required property string key
    required property var cells
    required property string tone
    required property var columns
    property bool selected: false
    signal chosen()
    signal opened()

    color: tap.pressed ? Theme.pressedCard : Theme.card
    radius: selected ? Theme.radiusButton : 0
    border { width: selected ? 2 : 0; color: Theme.ink }
    Accessible.role: Accessible.ListItem
    Accessible.name: cells.length > 0 ? cells[0] : ""
    Accessible.onPressAction: row.chosen()
    TapHandler { id: tap; onTapped: row.chosen(); onDoubleTapped: row.opened() }
    RowLayout {
        anchors { fill: parent; leftMargin: 12; rightMargin: 24 }
        spacing: 12
        Repeater {
            model: row.columns
            Words {
                required property var modelData
                required property int index
                objectName: "cell"
                Layout.fillWidth: modelData.width === 0
                Layout.preferredWidth: modelData.width === 0 ? 1 : modelData.width
                text: row.cells[index] ?? ""
                color: index > 0 || row.selected ? Theme.ink : row.tone === "error" ? Theme.error : row.tone === "wait" ? Theme.wait : row.tone === "good" ? Theme.good : row.tone === "muted" ? Theme.muted : Theme.ink
                font.bold: index === 0
                horizontalAlignment: modelData.right ? Text.AlignRight : Text.AlignLeft
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
    }
    Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: 1; color: Theme.hairline; visible: !row.selected }
}
