import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Station and hours on the left, clock and date on the right.
GridLayout {
    columns: 2
    columnSpacing: Theme.pad
    rowSpacing: 4 * Theme.u
    Words { Layout.fillWidth: true; text: Home.station; font { pixelSize: (Shell.english ? 46 : 58) * Theme.u; bold: true } Accessible.role: Accessible.Heading }
    Words { Layout.alignment: Qt.AlignRight | Qt.AlignTop; text: Shell.clock_text; font { pixelSize: 64 * Theme.u; bold: true } }
    Words { Layout.fillWidth: true; text: Home.hours; color: Theme.muted; font.pixelSize: Theme.textSmall }
    Words { Layout.alignment: Qt.AlignRight; text: Shell.date_text; color: Theme.muted; font.pixelSize: Theme.textSmall }
}
