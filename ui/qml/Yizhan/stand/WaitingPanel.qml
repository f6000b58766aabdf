pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Between two scans: a large frame that says what to do.
Rectangle {
    id: panel
    readonly property bool busy: Stand.state === "busy"
    radius: Theme.radiusPanel
    color: Theme.card
    border { width: Theme.hair; color: Theme.hairline }
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    ColumnLayout {
        anchors { fill: parent; margins: Theme.pad }
        spacing: 8 * Theme.u
        Item { Layout.fillHeight: true }
        Item {
            id: frame
            readonly property real side: Math.min(420 * Theme.u, panel.height * (Theme.landscape ? 0.36 : 0.42))
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: side
            implicitHeight: side
            Icon { anchors.centerIn: parent; visible: !panel.busy; name: "qr-code"; color: Theme.ink; size: frame.side * 0.6 }
            BusyRing { anchors.centerIn: parent; running: panel.busy; color: Theme.accent; width: frame.side * 0.4; height: width }
            Repeater {
                model: [[false, false], [true, false], [false, true], [true, true]]
                Item {
                    id: corner
                    required property var modelData
                    readonly property real thick: 18 * Theme.u
                    width: frame.side * 0.24
                    height: width
                    x: corner.modelData[0] ? frame.side - width : 0
                    y: corner.modelData[1] ? frame.side - height : 0
                    Rectangle { width: parent.width; height: corner.thick; radius: height / 2; color: Theme.accent; y: corner.modelData[1] ? parent.height - height : 0 }
                    Rectangle { width: corner.thick; height: parent.height; radius: width / 2; color: Theme.accent; x: corner.modelData[0] ? parent.width - width : 0 }
                }
            }
        }
        Words {
            id: words
            Layout.fillWidth: true
            Layout.topMargin: 16 * Theme.u
            horizontalAlignment: Text.AlignHCenter
            text: panel.busy ? qsTr("正在查…") : qsTr("请扫码")
            color: Theme.accent
            font { pixelSize: Theme.textResult; bold: true }
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("预约单上的码，对准扫码口")
            font { pixelSize: (Theme.large ? 68 : 56) * Theme.u; bold: true }
        }
        Words {
            Layout.fillWidth: true
            visible: !Theme.large
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("没带也没关系，到服务台说一声")
            color: Theme.muted
            font.pixelSize: 44 * Theme.u
        }
        Item { Layout.fillHeight: true }
    }
}
