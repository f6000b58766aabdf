import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Whose board it is, and the time.
RowLayout {
    spacing: 40 * Theme.u
    Words { Layout.fillWidth: true; text: Board.station; font { pixelSize: 50 * Theme.u; bold: true } Accessible.role: Accessible.Heading }
    Words { visible: Theme.landscape; text: Shell.date_text; color: Theme.muted; font.pixelSize: 50 * Theme.u; wrapMode: Text.NoWrap }
    Words { text: Shell.clock_text; font { pixelSize: 84 * Theme.u; bold: true } wrapMode: Text.NoWrap }
}
