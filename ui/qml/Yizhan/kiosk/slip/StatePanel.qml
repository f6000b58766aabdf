import QtQuick
import QtQuick.Layouts
import Yizhan

// What is the case now: disc icon, words and colour together. Success, caution and failure fill it, the rest is quieter.
Rectangle {
    id: panel
    required property string tone
    required property string iconName
    required property string title
    property string sub
    readonly property bool filled: tone === "success" || tone === "failure"
    readonly property color ink: filled ? Theme.white : tone === "good" ? Theme.good : tone === "wait" ? Theme.wait : Theme.ink
    readonly property color fill: tone === "success" ? Theme.good : tone === "failure" ? Theme.error : tone === "caution" ? Theme.caution
        : tone === "good" ? Theme.goodFill : tone === "wait" ? Theme.waitFill : Theme.card

    implicitHeight: Math.max(336 * Theme.u, row.implicitHeight + 2 * Theme.pad)
    radius: Theme.radiusPanel
    color: fill
    border { width: tone === "plain" || tone === "wait" || tone === "good" ? Theme.hair : 0; color: tone === "wait" ? Theme.waitEdge : tone === "good" ? Theme.good : Theme.hairline }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + " " + sub
    scale: 0.96
    Component.onCompleted: scale = 1
    Behavior on scale { NumberAnimation { duration: Theme.panelTime; easing.type: Easing.OutCubic } }
    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; margins: Theme.pad; verticalCenter: parent.verticalCenter }
        spacing: Theme.pad
        Rectangle {
            implicitWidth: 192 * Theme.u
            implicitHeight: implicitWidth
            Layout.alignment: Theme.large ? Qt.AlignTop : Qt.AlignVCenter
            radius: width / 2
            color: panel.ink
            Icon { anchors.centerIn: parent; name: panel.iconName; size: 120 * Theme.u; color: panel.filled ? panel.fill : Theme.white }
        }
        ColumnLayout {
            spacing: 8 * Theme.u
            Words { Layout.fillWidth: true; text: panel.title; color: panel.ink; lineHeight: 1.1; font { pixelSize: (text.length > 12 ? 68 : text.length > 5 ? 88 : 104) * Theme.u; bold: true } }
            Words { Layout.fillWidth: true; text: panel.sub; color: panel.ink; visible: text !== ""; font { pixelSize: Theme.large ? Theme.textBody : 46 * Theme.u; bold: panel.filled } }
        }
    }
}
