import QtQuick
import QtQuick.Layouts
import Yizhan

// A year, month or day: its name, and fewer or more of it.
Card {
    id: card
    required property string unit
    property alias value: stepper.value
    property alias from: stepper.from
    property alias to: stepper.to
    signal edited(int value)

    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.maximumHeight: 384 * Theme.u
    RowLayout {
        spacing: Theme.gapTile
        Words { Layout.preferredWidth: (Theme.large ? 200 : 160) * Theme.u; text: card.unit; font { pixelSize: Theme.textTitle; bold: true } }
        Stepper { id: stepper; Layout.fillWidth: true; label: card.unit; onEdited: value => card.edited(value) }
    }
}
