import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Whose stand it is, and the time; held for three seconds the time asks staff whether to leave.
RowLayout {
    spacing: 24 * Theme.u
    Words { Layout.fillWidth: true; text: Stand.station; wrapMode: Text.NoWrap; fontSizeMode: Text.HorizontalFit; minimumPixelSize: (Theme.large ? 60 : 36) * Theme.u; font { pixelSize: (Theme.large ? 60 : 46) * Theme.u; bold: true } Accessible.role: Accessible.Heading }
    Words { visible: Theme.landscape || !Theme.large; text: Theme.landscape ? Shell.date_text : Stand.weekday; color: Theme.muted; font.pixelSize: (Theme.large ? 60 : 42) * Theme.u; wrapMode: Text.NoWrap }
    Words {
        text: Shell.clock_text
        font { pixelSize: (Theme.large ? 84 : 68) * Theme.u; bold: true }
        wrapMode: Text.NoWrap
        TapHandler { longPressThreshold: 3; onLongPressed: Leaving.offer() }
    }
}
