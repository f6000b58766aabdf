import QtQuick
import Yizhan

// Text that wraps and is never cut off.
Text {
    color: Theme.ink
    font.pixelSize: Theme.textBody
    font.features: Theme.tabular
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
