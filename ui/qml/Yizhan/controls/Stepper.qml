pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// Fewer and more of something countable, with the number between.
RowLayout {
    id: stepper
    property string label
    property int value: 1
    property int from: 1
    property int to: 99
    property int step: 1
    signal edited(int value)

    spacing: Theme.gap
    TouchButton {
        id: less
        implicitWidth: 176 * Theme.u
        text: qsTr("少一点：%1").arg(stepper.label)
        contentItem: Item { Icon { anchors.centerIn: parent; name: "minus"; size: 64 * Theme.u; color: less.shownInk } }
        enabled: stepper.value > stepper.from
        autoRepeat: true
        onClicked: stepper.edited(Math.max(stepper.from, stepper.value - stepper.step))
    }
    Words {
        Layout.fillWidth: true
        Layout.minimumWidth: 200 * Theme.u
        horizontalAlignment: Text.AlignHCenter
        text: stepper.value
        font { pixelSize: 96 * Theme.u; bold: true }
        Accessible.name: stepper.label + " " + text
    }
    TouchButton {
        id: more
        implicitWidth: 176 * Theme.u
        text: qsTr("多一点：%1").arg(stepper.label)
        contentItem: Item { Icon { anchors.centerIn: parent; name: "plus"; size: 64 * Theme.u; color: more.shownInk } }
        enabled: stepper.value < stepper.to
        autoRepeat: true
        onClicked: stepper.edited(Math.min(stepper.to, stepper.value + stepper.step))
    }
}
