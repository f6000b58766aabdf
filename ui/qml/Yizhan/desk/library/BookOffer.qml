import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Yizhan

// One of several that a scan may mean; Enter takes it.
T.AbstractButton {
    id: button
    required property var offer
    property bool urgent: false

    implicitHeight: 44
    text: offer.words
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus()
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus()
    background: Rectangle {
        radius: Theme.radiusButton
        color: button.pressed ? Theme.pressedCard : button.urgent ? Theme.waitFill : Theme.white
        border { width: button.activeFocus ? 3 : 1; color: button.activeFocus ? Theme.ink : button.urgent ? Theme.wait : Theme.outline }
    }
    contentItem: RowLayout {
        spacing: 12
        Words { Layout.leftMargin: 12; Layout.fillWidth: true; text: button.offer.words; font.bold: true; wrapMode: Text.NoWrap; elide: Text.ElideRight }
        Words { Layout.rightMargin: 12; text: button.offer.fact; color: Theme.muted; wrapMode: Text.NoWrap }
    }
}
