pragma ComponentBehavior: Bound
import QtQuick
import Yizhan
import Yizhan.Models

// The kiosk's window: the pages, the keyboard over their lower part, and the dialogs over all.
Window {
    id: window
    property real pace: 1

    title: qsTr("驿站")
    color: Theme.paper
    Component.onCompleted: { pages.start(); Scan.listen(window) }

    Binding { target: Theme; property: "shortSide"; value: Math.min(window.width, window.height) }
    Binding { target: Theme; property: "landscape"; value: window.width > window.height }
    Binding { target: Theme; property: "pace"; value: window.pace }
    Binding { target: Theme; property: "large"; value: Shell.large }
    Binding { target: Theme; property: "keyboardHeight"; value: keyboard.shownHeight }

    PageHost { id: pages; anchors.fill: parent }
    KeyboardHolder {
        id: keyboard
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: Theme.landscape ? 0 : Math.max(120 * Theme.u, Theme.touch) }
    }
    HelpDialog { }
    IdleDialog { }
    SorryDialog { }
}
