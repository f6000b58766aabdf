import QtQuick

// Loads the keyboard when the first text field is touched: most visits never need one.
Item {
    id: holder
    property bool asked: Qt.inputMethod.visible // qmllint disable missing-property
    readonly property real shownHeight: asked && panel.status === Loader.Ready ? height : 0

    height: panel.height
    visible: shownHeight > 0
    onAskedChanged: panel.active = true
    Loader {
        id: panel
        width: parent.width
        active: false
        source: "KeyboardPanel.qml"
    }
}
