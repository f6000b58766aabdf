import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// An attachment: a picture is seen here, anything else can be saved.
FloatingDialog {
    id: dialog
    parent: Window.contentItem
    open: Papers.is_open
    title: Papers.shown_name
    text: Papers.source === "" ? qsTr("这不是能在这里看的图片。可以存一份，用电脑里的程序打开。") : ""

    Shortcut { sequence: "Esc"; enabled: dialog.open; onActivated: Papers.close() }
    Image {
        Layout.fillWidth: true
        Layout.preferredHeight: 420
        visible: Papers.source !== ""
        source: Papers.source
        cache: false
        fillMode: Image.PreserveAspectFit
        Accessible.role: Accessible.Graphic
        Accessible.name: Papers.shown_name
    }
    Trouble { Layout.fillWidth: true; text: dialog.open ? Papers.problem : "" }
    RowLayout {
        spacing: 8
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; text: qsTr("关上"); key: "Esc"; onClicked: Papers.close() }
        DeskButton { Layout.fillWidth: true; Layout.preferredWidth: 1; implicitHeight: 44; text: qsTr("存一份"); iconName: "file-check"; busy: Papers.busy; onClicked: Papers.save() }
    }
}
