import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Which room, when, how to get there. Who asked for it is not said.
Card {
    spacing: (Theme.large ? 20 : 48) * Theme.u
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        Words { Layout.fillWidth: true; text: Slip.name; font { pixelSize: (Theme.large ? 80 : Shell.english ? 60 : 76) * Theme.u; bold: true } }
        StatusChip { visible: !Theme.large || pending; Layout.alignment: Qt.AlignTop; pending: Slip.pending }
    }
    Item { Layout.fillHeight: true }
    FactRow { iconName: "calendar-days"; text: Slip.day; main: true }
    FactRow { iconName: "clock"; text: Slip.span; main: true }
    FactRow { iconName: "refresh-cw"; text: Slip.dates }
    FactRow { iconName: "map-pin"; text: Slip.way; visible: text !== "" && !Theme.large }
    FactRow { iconName: "ticket"; text: qsTr("预约号 %1").arg(Slip.number) }
    Item { Layout.fillHeight: true }
}
