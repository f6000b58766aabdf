pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Line by line what two records say and what stays; where they differ the line is framed, has a sign and says so.
ColumnLayout {
    id: table
    property real room: 400     // px at most; more of it scrolls
    readonly property int labels: Shell.english ? 190 : 150
    spacing: 4

    component Cell: Words { Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.alignment: Qt.AlignVCenter; wrapMode: Text.Wrap }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: 12
        Layout.rightMargin: 12
        spacing: 16
        Item { Layout.preferredWidth: table.labels }
        Cell { text: qsTr("留下的：%1").arg(Merging.kept_name); font.bold: true; color: Theme.good }
        Cell { text: qsTr("并过去的：%1").arg(Merging.other_name); font.bold: true }
        Cell { text: qsTr("合并以后"); font.bold: true }
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.outline }
    Flickable {
        id: scroll
        Layout.fillWidth: true
        implicitHeight: Math.min(lines.implicitHeight, table.room)
        contentHeight: lines.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ColumnLayout {
            id: lines
            width: scroll.width
            spacing: 2
            Repeater {
                model: Merging.rows
                Rectangle {
                    id: line
                    required property var modelData
                    Layout.fillWidth: true
                    implicitHeight: cells.implicitHeight + 12
                    radius: 8
                    color: line.modelData.differs ? Theme.waitFill : "transparent"
                    border { width: line.modelData.differs ? 1 : 0; color: Theme.wait }
                    RowLayout {
                        id: cells
                        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: 12; rightMargin: 12 }
                        spacing: 16
                        RowLayout {
                            Layout.preferredWidth: table.labels
                            Layout.maximumWidth: table.labels
                            spacing: 6
                            Words { text: line.modelData.label; color: Theme.muted; wrapMode: Text.NoWrap }
                            Item { Layout.fillWidth: true }
                            Icon { visible: line.modelData.differs; name: "triangle-alert"; color: Theme.wait; size: Theme.iconSmall }
                            Words { visible: line.modelData.differs; text: qsTr("不同"); color: Theme.wait; font.bold: true; wrapMode: Text.NoWrap }
                        }
                        Cell { text: line.modelData.kept || "—" }
                        Cell { text: line.modelData.other || "—" }
                        Cell { text: line.modelData.after || "—"; font.bold: true }
                    }
                }
            }
        }
        ScrollMark { list: scroll }
    }
}
