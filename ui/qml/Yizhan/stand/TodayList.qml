pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Today's rooms while it waits; what comes next beside an answer. As many rows as there is room for.
ColumnLayout {
    id: list
    readonly property bool answered: Stand.state === "answer"
    readonly property real leastHeight: (Theme.large ? 190 : 124) * Theme.u
    spacing: Theme.gap
    RowLayout {
        Layout.fillWidth: true
        opacity: Stand.rows.length > 0 ? 1 : 0
        spacing: Theme.gap
        Words { Layout.fillWidth: true; text: list.answered ? qsTr("今天接下来") : qsTr("今天的场地"); font { pixelSize: (Theme.large ? 68 : 50) * Theme.u; bold: true } Accessible.role: Accessible.Heading }
        Words { visible: !list.answered && Stand.pages > 1; text: (Stand.page + 1) + "/" + Stand.pages; color: Theme.muted; font.pixelSize: (Theme.large ? 60 : 42) * Theme.u }
        Words { visible: !Theme.large; text: Stand.ahead; color: Theme.muted; font.pixelSize: 42 * Theme.u }
    }
    Item {
        id: space
        readonly property int fit: Math.floor((height + list.spacing) / (list.leastHeight + list.spacing))
        readonly property real rowHeight: Math.min(1.5 * list.leastHeight, (height + list.spacing) / Math.max(1, fit) - list.spacing)
        Layout.fillWidth: true
        Layout.fillHeight: true
        onFitChanged: if (list.visible) Stand.show_rows(fit)
        Column {
            width: parent.width
            spacing: list.spacing
            Repeater {
                model: Stand.rows
                TodayRow { width: space.width; height: space.rowHeight }
            }
        }
    }
}
