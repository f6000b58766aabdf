import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Yizhan

// The keyboard as on the pictures: paper keys of 106x124 pitch at 1080 wide, dark function keys, a candidate bar.
KeyboardStyle {
    id: style
    keyboardDesignWidth: 1080
    keyboardDesignHeight: 512
    keyboardRelativeLeftMargin: 8 / keyboardDesignWidth
    keyboardRelativeRightMargin: 8 / keyboardDesignWidth
    keyboardRelativeTopMargin: 4 / keyboardDesignHeight
    keyboardRelativeBottomMargin: 8 / keyboardDesignHeight

    component Face: KeyPanel {
        id: face
        property color fill: Theme.card // qmllint disable
        property color ink: Theme.ink
        property string iconName
        property bool bold: true
        property real size: 52 * Theme.u
        property string words: face.control.displayText
        readonly property color shownInk: face.control.pressed ? Theme.white : face.ink
        Rectangle { anchors { fill: parent; margins: 4 * Theme.u } radius: Theme.radiusKey; color: Theme.keyEdge }
        Rectangle {
            anchors { fill: parent; margins: 4 * Theme.u; bottomMargin: 8 * Theme.u }
            radius: Theme.radiusKey
            color: face.control.pressed ? Theme.accent : face.fill
        }
        Text {
            anchors { fill: parent; bottomMargin: 4 * Theme.u }
            visible: face.iconName === ""
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: face.words
            textFormat: Text.PlainText
            color: face.shownInk
            font { pixelSize: face.size; bold: face.bold; capitalization: face.control.uppercased && face.control.keyType === QtVirtualKeyboard.KeyType.Key ? Font.AllUppercase : Font.MixedCase }
        }
        Icon { anchors.centerIn: parent; name: face.iconName; color: face.shownInk; size: 48 * Theme.u }
    }

    keyboardBackground: Rectangle { color: Theme.keyboard }
    keyPanel: Face { fill: control.functionKey ? Theme.functionKey : Theme.card; bold: !control.functionKey; size: (control.functionKey ? 40 : 52) * Theme.u }
    backspaceKeyPanel: Face { iconName: "delete"; fill: Theme.functionKey }
    shiftKeyPanel: Face {
        iconName: "arrow-big-up"
        fill: InputContext.capsLockActive || InputContext.shiftActive ? Theme.accent : Theme.functionKey
        ink: InputContext.capsLockActive || InputContext.shiftActive ? Theme.white : Theme.ink
    }
    spaceKeyPanel: Face { words: qsTr("空格"); size: 44 * Theme.u }
    enterKeyPanel: Face {
        words: InputContext.priv.inputItem?.enterWords ?? qsTr("完成") // qmllint disable missing-property
        fill: Theme.accent
        ink: Theme.white
        size: 44 * Theme.u
    }
    symbolKeyPanel: Face { fill: Theme.functionKey; bold: false; size: 40 * Theme.u }
    languageKeyPanel: symbolKeyPanel
    modeKeyPanel: symbolKeyPanel
    hideKeyPanel: Face { iconName: "chevron-down"; fill: Theme.functionKey }
    handwritingKeyPanel: symbolKeyPanel

    selectionListHeight: 120 * Theme.u
    selectionListBackground: Rectangle { color: Theme.keyboard }
    selectionListDelegate: SelectionListItem {
        id: candidate
        width: Math.max(120 * Theme.u, word.implicitWidth + 64 * Theme.u)
        readonly property bool first: ListView.isCurrentItem
        Rectangle {
            anchors { fill: parent; margins: 10 * Theme.u }
            radius: Theme.radiusKey
            color: candidate.first ? Theme.card : "transparent"
            border { width: candidate.first ? 3 * Theme.u : 0; color: Theme.accent }
        }
        Rectangle { anchors { right: parent.right; verticalCenter: parent.verticalCenter } width: Theme.hair; height: 48 * Theme.u; color: Theme.keyEdge; visible: !candidate.first }
        Text {
            id: word
            anchors.centerIn: parent
            text: display // qmllint disable unqualified
            textFormat: Text.PlainText
            color: candidate.first ? Theme.accent : Theme.ink
            font { pixelSize: 48 * Theme.u; bold: candidate.first }
        }
    }
    popupListDelegate: selectionListDelegate
    popupListBackground: Rectangle { color: Theme.card; border { width: Theme.hair; color: Theme.hairline } }
    languageListDelegate: selectionListDelegate
    alternateKeysListItemWidth: 100 * Theme.u
    alternateKeysListItemHeight: 124 * Theme.u
    alternateKeysListDelegate: Item {
        id: other
        required property var model
        width: 100 * Theme.u
        height: 124 * Theme.u
        Text { anchors.centerIn: parent; text: other.model.text; font { pixelSize: 52 * Theme.u; bold: true } color: Theme.ink }
    }
    alternateKeysListBackground: Rectangle { color: Theme.card; radius: Theme.radiusKey; border { width: Theme.hair; color: Theme.hairline } }
    selectionHandle: Item { }
}
