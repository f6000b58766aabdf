import QtQuick

// Loads the keyboard when the first text field is touched: most visits never need one.
Item {
    id: holder
    readonly property bool asked: Window.activeFocusItem instanceof TextInput
    readonly property bool open: asked && panel.status === Loader.Ready && Qt.inputMethod.visible // qmllint disable missing-property
    readonly property real shownHeight: open ? height : 0

    height: panel.height
    visible: open
    onAskedChanged: if (asked) panel.active = true
    Loader {
        id: panel
        width: parent.width
        active: false
        source: "KeyboardPanel.qml"
        onLoaded: Qt.inputMethod.show() // qmllint disable missing-property
    }
}
