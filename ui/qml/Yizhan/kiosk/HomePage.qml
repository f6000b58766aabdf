pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The first page: one wide tile, the others in two columns; an even number of others, or the last one wide too.
BasePage {
    id: page
    readonly property int count: Home.tiles.length
    readonly property bool lastWide: count % 2 === 0
    readonly property int rows: 1 + Math.ceil((count - 1) / 2)
    onEntered: { Shell.enter("home", false); Home.refresh() }

    Rectangle { anchors.fill: parent; color: Theme.paper }
    ColumnLayout {
        anchors { fill: parent; leftMargin: Theme.homeMargin; rightMargin: Theme.homeMargin; topMargin: 64 * Theme.u; bottomMargin: 32 * Theme.u }
        spacing: Theme.gapTile
        HomeHeader { Layout.fillWidth: true }
        GridLayout {
            columns: 2
            columnSpacing: Theme.gapTile
            rowSpacing: Theme.gapTile
            Layout.fillHeight: true
            Layout.topMargin: Theme.gap
            Repeater {
                model: Home.tiles
                Tile {
                    required property int index
                    required property var modelData
                    wide: index === 0 || (page.lastWide && index === page.count - 1)
                    service: modelData.service
                    iconName: modelData.icon
                    text: modelData.name
                    sub: modelData.sub
                    fact: modelData.fact
                    Layout.columnSpan: wide ? 2 : 1
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 100
                    Layout.maximumHeight: 640 * Theme.u
                    onClicked: Shell.open(modelData.page)
                }
            }
        }
        RowLayout {
            spacing: Theme.padRow
            QuietButton { Layout.fillWidth: true; Layout.preferredWidth: 100; text: qsTr("长辈版"); iconName: "a-large-small"; onClicked: Shell.toggle_large() }
            QuietButton { Layout.fillWidth: true; Layout.preferredWidth: 100; text: Shell.english ? "中文" : "English"; iconName: "languages"; onClicked: Shell.toggle_language() }
            HelpButton { Layout.fillWidth: true; Layout.preferredWidth: 120 }
        }
        RowLayout {
            OnlineStatus { Layout.fillWidth: true; Layout.minimumHeight: 72 * Theme.u }
            Words { text: qsTr("终端 %1").arg(Shell.terminal); color: Theme.muted; font.pixelSize: Theme.textSmall; visible: Shell.terminal !== "" }
        }
    }
}
