import QtQuick
import QtQuick.Templates as T
import Yizhan

// One day of the calendar with its word: 可约, 余2段, 需提前 ... The word is always there, also when the day cannot be had.
T.AbstractButton {
    id: cell
    required property string word
    property string spoken: text + " " + word
    readonly property color ink: !enabled ? Theme.muted : checked ? Theme.white : Theme.ink

    implicitWidth: 130 * Theme.u
    implicitHeight: Math.max(Theme.touch, 124 * Theme.u)
    Accessible.name: spoken
    background: Rectangle {
        radius: 20 * Theme.u
        color: !cell.enabled ? Theme.disabledFill : cell.checked ? Theme.accent : cell.pressed ? Theme.pressedCard : Theme.card
        border { width: cell.enabled && !cell.checked ? Theme.hair : 0; color: Theme.outline }
    }
    contentItem: Column {
        topPadding: Math.max(0, (cell.height - day.implicitHeight - below.implicitHeight) / 2)
        Words { id: day; width: parent.width; horizontalAlignment: Text.AlignHCenter; text: cell.text; color: cell.ink; font { pixelSize: 44 * Theme.u; bold: cell.enabled } }
        Words { id: below; width: parent.width; horizontalAlignment: Text.AlignHCenter; text: cell.word; color: cell.enabled && !cell.checked ? Theme.accent : cell.ink; font.pixelSize: 36 * Theme.u; fontSizeMode: Text.HorizontalFit; minimumPixelSize: 30 * Theme.u; wrapMode: Text.NoWrap }
    }
}
