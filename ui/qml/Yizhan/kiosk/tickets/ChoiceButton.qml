import QtQuick
import QtQuick.Layouts
import Yizhan

// An answer over the full width; the one given before is filled and ticked.
OutlineButton {
    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.maximumHeight: (Theme.large ? 320 : 288) * Theme.u
    edge: checked ? Theme.accent : Theme.outline
    ink: checked ? Theme.white : Theme.ink
    fill: checked ? Theme.accent : Theme.white
    textSize: (Theme.large ? 84 : 60) * Theme.u
    iconName: checked ? "check" : ""
}
