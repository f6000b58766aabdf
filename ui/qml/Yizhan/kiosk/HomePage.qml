pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The first page: the first tile is two wide, the last one too where it would otherwise stand beside a gap.
BasePage {
    id: page
    readonly property int count: Home.tiles.length
    readonly property int rows: Theme.landscape ? (count > 3 ? 2 : 1) : Math.ceil((count + 1) / 2)
    readonly property int columns: Theme.landscape ? (rows === 1 ? count : Math.ceil((count + 1) / rows)) : 2
    readonly property bool lastWide: rows > 1 && (count + 1) % columns === columns - 1
    onEntered: { Shell.enter("home", false); Home.refresh() }

    component Choices: RowLayout {
        spacing: Theme.padRow
        QuietButton { Layout.fillWidth: true; Layout.preferredWidth: 100; leftPadding: Theme.gap; rightPadding: Theme.gap; text: qsTr("长辈版"); iconName: "a-large-small"; onClicked: Shell.toggle_large() }
        QuietButton { Layout.fillWidth: true; Layout.preferredWidth: 100; leftPadding: Theme.gap; rightPadding: Theme.gap; text: Shell.english ? "中文" : "English"; iconName: "languages"; onClicked: Shell.toggle_language() }
        HelpButton { Layout.fillWidth: true; Layout.preferredWidth: 120 }
    }

    Rectangle { anchors.fill: parent; color: Theme.paper }
    ColumnLayout {
        anchors { fill: parent; leftMargin: Theme.homeMargin; rightMargin: Theme.homeMargin; topMargin: (Theme.landscape ? 40 : 64) * Theme.u; bottomMargin: 32 * Theme.u }
        spacing: Theme.landscape ? Theme.padRow : Theme.gapTile
        HomeHeader { Layout.fillWidth: true }
        CallStrip { Layout.fillWidth: true }
        GridLayout {
            columns: page.columns
            columnSpacing: Theme.gapTile
            rowSpacing: Theme.gapTile
            Layout.fillHeight: true
            Layout.topMargin: Theme.landscape ? 0 : Theme.gap
            Repeater {
                model: page.count // not the tiles themselves: a new figure would make all anew, under the finger
                Tile {
                    required property int index
                    readonly property var facts: Home.tiles[index]
                    wide: index === 0 || (page.lastWide && index === page.count - 1)
                    service: facts.service
                    iconName: facts.icon
                    text: facts.name
                    sub: facts.sub
                    fact: facts.fact
                    more: facts.more
                    Layout.columnSpan: wide && page.rows > 1 ? 2 : 1
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: 280 * Theme.u
                    Layout.preferredHeight: 336 * Theme.u
                    Layout.preferredWidth: (!wide ? 100 : page.rows > 1 ? 200 : 190) * Theme.u + (Layout.columnSpan - 1) * Theme.gapTile
                    Layout.maximumHeight: 660 * Theme.u
                    onClicked: Home.open(facts.service, facts.page)
                }
            }
        }
        Choices { visible: !Theme.landscape }
        RowLayout {
            spacing: Theme.pad
            OnlineStatus { Layout.fillWidth: true; Layout.minimumHeight: 72 * Theme.u }
            Words { text: qsTr("终端 %1").arg(Shell.terminal); color: Theme.muted; font.pixelSize: Theme.textSmall; visible: Shell.terminal !== "" }
            Choices { visible: Theme.landscape; Layout.preferredWidth: 1000 * Theme.u }
        }
    }
}
