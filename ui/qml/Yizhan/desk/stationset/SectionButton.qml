import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// One section of the settings.
T.AbstractButton {
    id: button
    property string iconName
    property bool current: false

    implicitHeight: 44
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    background: Rectangle {
        radius: Theme.radiusButton
        color: button.current ? Theme.ink : button.pressed ? Theme.sunk : "transparent"
        border { width: button.visualFocus ? 3 : 0; color: Theme.ink }
    }
    contentItem: RowLayout {
        spacing: 10
        Icon { Layout.leftMargin: 10; name: button.iconName; color: words.color; size: Theme.iconSmall }
        Words { id: words; Layout.fillWidth: true; text: button.text; color: button.current ? Theme.white : Theme.ink; font.bold: button.current; wrapMode: Text.NoWrap }
    }
}
