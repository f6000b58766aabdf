import QtQuick
import QtQuick.Layouts
import Yizhan

// How it went: outcome is success, caution or failure; disc icon, words and colour together. Children stand below.
Rectangle {
    id: panel
    required property string outcome
    required property string title
    property string sub
    property string iconName: outcome === "success" ? "check" : outcome === "caution" ? "clock" : "x"
    readonly property color ink: outcome === "caution" ? Theme.ink : Theme.white
    readonly property color disc: ink
    default property alias content: column.data

    implicitHeight: column.implicitHeight + 2 * Theme.pad
    implicitWidth: 984 * Theme.u
    radius: Theme.radiusPanel
    color: outcome === "success" ? Theme.good : outcome === "caution" ? Theme.caution : Theme.error
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title
    scale: 0.96
    Component.onCompleted: scale = 1
    Behavior on scale { NumberAnimation { duration: Theme.panelTime; easing.type: Easing.OutCubic } }
    ColumnLayout {
        id: column
        anchors { fill: parent; margins: Theme.pad }
        spacing: Theme.gapGroup
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.pad
            Rectangle {
                implicitWidth: 200 * Theme.u
                implicitHeight: implicitWidth
                radius: width / 2
                color: panel.disc
                Icon { anchors.centerIn: parent; name: panel.iconName; size: 132 * Theme.u; color: panel.outcome === "caution" ? Theme.white : panel.color }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                Words { Layout.fillWidth: true; text: panel.title; color: panel.ink; lineHeight: 0.9; font { pixelSize: (text.length > 14 ? 72 : text.length > 4 ? 96 : 140) * Theme.u; bold: true } }
                Words { Layout.fillWidth: true; text: panel.sub; color: panel.ink; visible: text !== ""; font { pixelSize: Theme.large ? 64 * Theme.u : 48 * Theme.u; bold: true } }
            }
        }
    }
}
