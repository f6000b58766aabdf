import QtQuick
import Yizhan

// A short fact in a pill: tone is good, wait, error or plain.
Rectangle {
    id: badge
    property string text
    property string iconName
    property string tone: "plain"
    readonly property color ink: tone === "good" ? Theme.good : tone === "wait" ? Theme.wait : tone === "error" ? Theme.error : Theme.muted

    implicitWidth: row.implicitWidth + 40 * Theme.u
    implicitHeight: row.implicitHeight + 20 * Theme.u
    radius: height / 2
    color: tone === "good" ? Theme.goodFill : tone === "wait" ? Theme.waitFill : tone === "error" ? Theme.errorFill : Theme.disabledFill
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 10 * Theme.u
        Icon { anchors.verticalCenter: parent.verticalCenter; anchors.verticalCenterOffset: 2 * Theme.u; name: badge.iconName; color: badge.ink; size: Theme.iconSmall }
        Words { text: badge.text; color: badge.ink; font { pixelSize: Theme.textSmall; bold: true } }
    }
}
