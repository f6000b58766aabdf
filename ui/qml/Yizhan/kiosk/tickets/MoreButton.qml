import QtQuick.Layouts
import Yizhan

// Turns to the next part of a list that does not fit on one screen.
QuietButton {
    Layout.fillWidth: true
    Layout.minimumHeight: (Theme.large ? 200 : 136) * Theme.u
    visible: text !== ""
    iconName: "chevron-down"
    bold: true
}
