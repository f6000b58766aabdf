pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// 长辈版: at most four choices, one under the other (two beside each other on a wide screen), one secondary row.
BasePage {
    id: page
    readonly property var tiles: Home.tiles.slice(0, 4)
    readonly property bool full: tiles.length > 3 && !Theme.landscape
    onEntered: { Shell.enter("home", false); Home.refresh() }

    component Language: QuietButton { Layout.fillWidth: true; text: Shell.english ? "中文" : "English"; onClicked: Shell.toggle_language() }
    component Smaller: TouchButton { Layout.fillWidth: true; bold: false; fill: Theme.card; edge: Theme.outline; edgeWidth: 3 * Theme.u; text: qsTr("回普通版"); onClicked: Shell.toggle_large() }
    component BigHelp: HelpButton { Layout.fillWidth: true; Layout.minimumHeight: (Theme.landscape ? 160 : page.full ? 144 : 176) * Theme.u; textSize: 72 * Theme.u }

    Rectangle { anchors.fill: parent; color: Theme.paper }
    ColumnLayout {
        anchors { fill: parent; leftMargin: Theme.homeMargin; rightMargin: Theme.homeMargin; topMargin: (Theme.landscape || page.full ? 24 : 56) * Theme.u; bottomMargin: (page.full ? 24 : 40) * Theme.u }
        spacing: Theme.landscape || page.full ? Theme.padRow : Theme.gapTile
        RowLayout {
            spacing: Theme.pad
            Words { Layout.fillWidth: true; text: qsTr("您要办什么？"); font { pixelSize: (Shell.english ? 72 : 96) * Theme.u; bold: true } Accessible.role: Accessible.Heading }
            CallStrip { Layout.preferredWidth: 880 * Theme.u; visible: shown && Theme.landscape }
            OnlineStatus { visible: Theme.landscape && !Shell.online }
            Words { text: Shell.clock_text; font { pixelSize: 80 * Theme.u; bold: true } }
        }
        // what was called last is not sure to be the latest while the line is cut, and four choices need the room
        CallStrip { Layout.fillWidth: true; visible: shown && !Theme.landscape && (Shell.online || !page.full) }
        GridLayout {
            columns: Theme.landscape && page.tiles.length > 1 ? 2 : 1
            columnSpacing: Theme.gapTile
            rowSpacing: parent.spacing
            Repeater {
                model: page.tiles.length
                WideTile {
                    required property int index
                    readonly property var facts: page.tiles[index]
                    Layout.columnSpan: Theme.landscape && page.tiles.length % 2 === 1 && index === 0 ? 2 : 1
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: Layout.columnSpan * 100
                    Layout.maximumHeight: 400 * Theme.u
                    fill: Theme.colorOf(facts.service)
                    iconName: facts.icon
                    text: facts.name
                    sub: facts.short
                    onClicked: Home.open(facts.service, facts.page)
                }
            }
        }
        Item { Layout.fillHeight: true; Layout.maximumHeight: Theme.u; visible: !Theme.landscape }
        BigHelp { visible: !Theme.landscape }
        RowLayout {
            spacing: Theme.gapTile
            BigHelp { visible: Theme.landscape }
            Language { }
            Smaller { }
        }
        OnlineStatus { Layout.fillWidth: true; visible: !Theme.landscape && !Shell.online }
    }
}
