pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// What the colours mean.
RowLayout {
    id: legend
    readonly property var tones: [["free", qsTr("空着")], ["wait", qsTr("待审核")], ["good", qsTr("已约")], ["class", qsTr("课程")], ["block", qsTr("检修")], ["done", qsTr("用过")]]
    spacing: 16
    Repeater {
        model: legend.tones
        RowLayout {
            id: one
            required property var modelData
            spacing: 6
            Rectangle { implicitWidth: 18; implicitHeight: 18; radius: 4; color: Tones.bar(one.modelData[0]); border { width: one.modelData[0] === "free" ? 1 : 0; color: Theme.outline } }
            Words { text: one.modelData[1]; color: Theme.muted; wrapMode: Text.NoWrap }
        }
    }
    Item { Layout.fillWidth: true }
}
