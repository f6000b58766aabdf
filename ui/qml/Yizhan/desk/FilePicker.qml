pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs

// The button beside a path: the system's own way to choose a file, made when it is first wanted.
DeskButton {
    id: button
    property var filters: []
    signal picked(path: string)

    text: qsTr("选文件")
    onClicked: chooser.active = true
    Loader {
        id: chooser
        active: false
        sourceComponent: FileDialog {
            nameFilters: button.filters
            Component.onCompleted: open()
            onAccepted: { button.picked(decodeURIComponent(selectedFile.toString().replace(/^file:\/\/(\/[A-Za-z]:)?/, (all, drive) => drive ? drive.slice(1) : ""))); chooser.active = false }
            onRejected: chooser.active = false
        }
    }
}
