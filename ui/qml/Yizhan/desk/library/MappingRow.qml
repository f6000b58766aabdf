pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// A field of a book: where it is read (press to change it), and what it is told there.
RowLayout {
    id: line
    required property var modelData
    readonly property bool isFed: modelData.source !== ""
    spacing: 8
    Words { Layout.preferredWidth: 116; text: line.modelData.words; font.bold: line.isFed; color: line.isFed ? Theme.ink : Theme.muted }
    DeskButton { Layout.preferredWidth: 208; text: line.isFed ? line.modelData.source : BookMapping.marc ? qsTr("文件里没有") : qsTr("没有这一列"); Accessible.name: line.modelData.words; onClicked: BookMapping.open(line.modelData.field) }
    Words { Layout.fillWidth: true; text: line.modelData.example; color: Theme.muted; wrapMode: Text.NoWrap }
}
