import QtQuick
import QtQuick.Layouts
import Yizhan

// A card on a scrim over everything; what lies below cannot be touched. Children stand in its column.
Item {
    id: dialog
    required property bool open
    property string title
    property string text
    property string iconName
    property color iconColor: Theme.accent
    property real desired: Theme.desk ? 640 : 920 * Theme.u     // its width, where the window allows it
    default property alias content: more.data

    anchors.fill: parent
    visible: opacity > 0
    enabled: open
    opacity: open ? 1 : 0
    Behavior on opacity { enabled: Theme.pace > 0; NumberAnimation { duration: Theme.listTime } }
    Rectangle { anchors.fill: parent; color: Theme.scrim }
    MouseArea { anchors.fill: parent; Accessible.ignored: true }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.homeMargin, dialog.desired)
        height: column.implicitHeight + 112 * Theme.u
        radius: Theme.radiusDialog
        color: Theme.card
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title
        ColumnLayout {
            id: column
            anchors { fill: parent; margins: 56 * Theme.u }
            spacing: Theme.gapGroup
            Icon { Layout.alignment: Qt.AlignHCenter; name: dialog.iconName; color: dialog.iconColor; size: 120 * Theme.u }
            Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: dialog.title; visible: text !== ""; font { pixelSize: Theme.large ? 80 * Theme.u : 60 * Theme.u; bold: true } }
            Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: dialog.text; visible: text !== ""; color: Theme.muted }
            ColumnLayout { id: more; Layout.fillWidth: true; Layout.topMargin: Theme.gap; spacing: Theme.padRow }
        }
    }
}
