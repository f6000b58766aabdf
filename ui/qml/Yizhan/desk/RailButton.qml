import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// One page of the desk: icon, words, what waits there, and the digit that opens it with Ctrl.
T.AbstractButton {
    id: button
    required property string iconName
    property bool current: false
    property int count: 0
    property string key

    implicitWidth: 168
    implicitHeight: 46
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    background: Rectangle {
        radius: Theme.radiusButton
        color: button.current ? Theme.white : button.pressed ? Theme.sunk : "transparent"
        border { width: button.visualFocus ? 3 : button.current ? 1 : 0; color: button.visualFocus ? Theme.ink : Theme.hairline }
        Rectangle { visible: button.current; width: 4; height: 28; radius: 2; color: Theme.error; anchors.verticalCenter: parent.verticalCenter }
    }
    contentItem: RowLayout {
        spacing: 8
        Icon { Layout.leftMargin: 12; name: button.iconName; size: 24; color: button.current ? Theme.error : Theme.ink }
        Words { Layout.fillWidth: true; text: button.text; font.bold: button.current; wrapMode: Text.NoWrap; elide: Text.ElideRight }
        CountDisc { count: button.count }
        Words { Layout.rightMargin: 8; text: button.key; color: Theme.muted }
    }
}
