pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// Fewer and more of something, with the number between.
RowLayout {
    id: amount
    property string label
    property int value: 0
    property int from: 0
    property int to: 99
    signal edited(int value)

    spacing: 6
    DeskButton { implicitWidth: 44; iconName: "minus"; Accessible.name: qsTr("少一点：%1").arg(amount.label); enabled: amount.value > amount.from; autoRepeat: true; onClicked: amount.edited(amount.value - 1) }
    Words { Layout.preferredWidth: 40; horizontalAlignment: Text.AlignHCenter; text: amount.value; font.bold: true; Accessible.name: amount.label + " " + text }
    DeskButton { implicitWidth: 44; iconName: "plus"; Accessible.name: qsTr("多一点：%1").arg(amount.label); enabled: amount.value < amount.to; autoRepeat: true; onClicked: amount.edited(amount.value + 1) }
}
