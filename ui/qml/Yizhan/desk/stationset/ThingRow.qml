import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// One thing of a section: its name, a fact below it, its colour or icon before it.
T.AbstractButton {
    id: row
    required property string key
    required property string words
    required property string sub
    required property string tone
    required property string colour
    required property string icon_name
    property bool current: false
    readonly property color ink: tone === "muted" ? Theme.muted : Theme.ink

    implicitHeight: 60
    focusPolicy: Qt.TabFocus
    text: words
    Accessible.name: words
    background: Rectangle {
        radius: Theme.radiusButton
        color: row.current ? Theme.sunk : row.pressed ? Theme.pressedCard : "transparent"
        border { width: row.current || row.visualFocus ? 2 : 0; color: Theme.ink }
    }
    contentItem: RowLayout {
        spacing: 10
        Rectangle {
            Layout.leftMargin: 10
            visible: row.colour !== ""
            implicitWidth: row.icon_name === "" ? 12 : 36
            implicitHeight: 36
            radius: row.icon_name === "" ? 4 : 18
            color: row.colour === "" ? "transparent" : row.colour
            Icon { anchors.centerIn: parent; name: row.icon_name; color: Theme.white; size: 20 }
        }
        Icon { Layout.leftMargin: 10; visible: name !== "" && row.colour === ""; name: row.icon_name; color: row.ink; size: Theme.iconSmall }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: row.colour === "" && row.icon_name === "" ? 10 : 0
            Layout.rightMargin: 8
            spacing: 0
            Words { objectName: "cell"; Layout.fillWidth: true; text: row.words; color: row.ink; font.bold: true; wrapMode: Text.NoWrap; elide: Text.ElideRight }
            Words { objectName: "cell"; Layout.fillWidth: true; visible: text !== ""; text: row.sub; color: Theme.muted; wrapMode: Text.NoWrap; elide: Text.ElideRight }
        }
    }
}
