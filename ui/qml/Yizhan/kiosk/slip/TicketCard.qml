import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The number, large, and what it is for.
Card {
    spacing: Theme.gap
    RowLayout {
        Layout.fillWidth: true
        Words { Layout.fillWidth: true; text: qsTr("您的号码"); color: Theme.muted }
        StatusChip { visible: !Theme.large || pending; pending: Slip.pending }
    }
    Item { Layout.fillHeight: true }
    Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: Slip.number; color: Slip.cancellable ? Theme.accent : Theme.muted; lineHeight: 1.05; font { pixelSize: 288 * Theme.u; bold: true; features: Theme.tabular } }
    Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: Slip.name; font { pixelSize: Theme.large ? Theme.textTitle : 56 * Theme.u; bold: true } }
    Item { Layout.fillHeight: true }
}
