import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The check-in stand's window, high or wide: the frame that asks for a code or the answer to one, today's rooms, and what always
// stands below. Nothing here has to be touched. Read at 2 m: a word must be 10 mm high, which is 54 pixels of a 21.5 inch screen.
Window {
    id: window
    property real pace: 1

    title: qsTr("驿站签到台")
    color: Theme.paper
    Component.onCompleted: Scan.listen(window)
    onClosing: close => { close.accepted = Leaving.may_close() }

    Binding { target: Theme; property: "shortSide"; value: Math.min(window.width, window.height) }
    Binding { target: Theme; property: "landscape"; value: window.width > window.height }
    Binding { target: Theme; property: "pace"; value: window.pace }
    Binding { target: Theme; property: "large"; value: Shell.large }
    Binding { target: Theme; property: "service"; value: "rooms" }
    Shortcut { sequences: ["Ctrl+Q", "Esc"]; onActivated: Leaving.offer() }

    ColumnLayout {
        visible: !broken.visible
        anchors { fill: parent; margins: Theme.margin; topMargin: 36 * Theme.u; bottomMargin: 36 * Theme.u }
        spacing: 24 * Theme.u
        StandHeader { Layout.fillWidth: true }
        GridLayout {
            columns: Theme.landscape ? 2 : 1
            columnSpacing: Theme.gapGroup
            rowSpacing: Theme.gapGroup
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: Theme.landscape
                Layout.preferredWidth: Theme.landscape ? 1000 * Theme.u : -1
                Layout.preferredHeight: Theme.landscape ? -1 : Stand.state === "answer" ? Math.max(960 * Theme.u, answer.implicitHeight) : 860 * Theme.u
                WaitingPanel { anchors.fill: parent; visible: Stand.state !== "answer" }
                AnswerPanel { id: answer; anchors.fill: parent; visible: Stand.state === "answer" }
            }
            TodayList {
                visible: !Theme.landscape || Stand.state !== "answer"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.landscape ? 760 * Theme.u : -1
            }
        }
        EndRow { Layout.fillWidth: true; visible: Stand.state === "answer" }
        StandFooter { Layout.fillWidth: true; visible: (!Theme.large || !Shell.online) && (!Theme.landscape || Stand.state !== "answer") }
    }
    OutOfOrder { id: broken; anchors.fill: parent; visible: Stand.broken || Shell.sorry }
    HelpDialog { }
    LeaveDialog { }
}
