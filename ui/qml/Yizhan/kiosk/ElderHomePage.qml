pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// 长辈版: at most four choices in one column, big words, one secondary row.
BasePage {
    id: page
    onEntered: { Shell.enter("home", false); Home.refresh() }

    Rectangle { anchors.fill: parent; color: Theme.paper }
    ColumnLayout {
        anchors { fill: parent; leftMargin: Theme.homeMargin; rightMargin: Theme.homeMargin; topMargin: 56 * Theme.u; bottomMargin: 40 * Theme.u }
        spacing: Theme.gapTile
        RowLayout {
            Words { Layout.fillWidth: true; text: qsTr("您要办什么？"); font { pixelSize: (Shell.english ? 72 : 96) * Theme.u; bold: true } Accessible.role: Accessible.Heading }
            Words { text: Shell.clock_text; font { pixelSize: 80 * Theme.u; bold: true } }
        }
        Repeater {
            model: Home.tiles.slice(0, 4)
            WideTile {
                required property var modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.maximumHeight: 400 * Theme.u
                fill: Theme.colorOf(modelData.service)
                iconName: modelData.icon
                text: modelData.name
                sub: modelData.short
                onClicked: Shell.open(modelData.page)
            }
        }
        Item { Layout.fillHeight: true; Layout.maximumHeight: Theme.u }
        HelpButton { Layout.fillWidth: true; Layout.minimumHeight: 176 * Theme.u; textSize: 72 * Theme.u }
        RowLayout {
            spacing: Theme.gapTile
            QuietButton { Layout.fillWidth: true; text: Shell.english ? "中文" : "English"; onClicked: Shell.toggle_language() }
            TouchButton { Layout.fillWidth: true; bold: false; fill: Theme.card; edge: Theme.outline; edgeWidth: 3 * Theme.u; text: qsTr("回普通版"); onClicked: Shell.toggle_large() }
        }
        OnlineStatus { Layout.fillWidth: true; visible: !Shell.online }
    }
}
