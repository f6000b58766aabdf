import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// What is being written and how far it is; then where it lies, and its folder.
Rectangle {
    id: bar
    readonly property bool writing: FigureFiles.going !== ""

    implicitHeight: 56
    visible: writing || FigureFiles.kept !== ""
    radius: Theme.radiusButton
    color: writing ? Theme.waitFill : Theme.goodFill
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text
    RowLayout {
        anchors { fill: parent; leftMargin: 14; rightMargin: 8 }
        spacing: 12
        BusyRing { running: bar.writing; color: Theme.wait; visible: bar.writing }
        Icon { name: "circle-check"; visible: !bar.writing; color: Theme.good; size: Theme.iconSmall }
        Words { id: words; Layout.fillWidth: true; text: bar.writing ? FigureFiles.going : FigureFiles.kept; color: bar.writing ? Theme.wait : Theme.good; font.bold: true; elide: Text.ElideMiddle; wrapMode: Text.NoWrap }
        DeskButton { visible: bar.writing; text: qsTr("不存了"); onClicked: FigureFiles.cancel() }
        DeskButton { visible: !bar.writing; iconName: "folder-open"; text: qsTr("打开文件夹"); onClicked: FigureFiles.open_folder() }
        DeskButton { visible: !bar.writing; text: qsTr("关上"); onClicked: FigureFiles.clear() }
    }
}
