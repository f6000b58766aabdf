import QtQuick
import QtQuick.Layouts
import Yizhan

// Something to know before going on: amber, with an icon.
Rectangle {
    id: bar
    required property string text
    property string iconName
    property string tone: "wait"
    readonly property color ink: tone === "error" ? Theme.error : tone === "good" ? Theme.good : Theme.wait

    implicitHeight: line.implicitHeight + 48 * Theme.u
    implicitWidth: 984 * Theme.u
    radius: Theme.radiusCard
    color: tone === "error" ? Theme.errorFill : tone === "good" ? Theme.goodFill : Theme.waitFill
    border { width: Theme.hair; color: tone === "wait" ? Theme.waitEdge : ink }
    RowLayout {
        id: line
        anchors { left: parent.left; right: parent.right; leftMargin: 32 * Theme.u; rightMargin: 32 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: Theme.gap
        Icon { name: bar.iconName; color: bar.ink; size: Theme.iconSmall }
        Words { Layout.fillWidth: true; text: bar.text; color: bar.ink; font.pixelSize: Theme.textSmall }
    }
}
