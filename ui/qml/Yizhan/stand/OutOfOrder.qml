import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Nothing can be read or kept here: where to go instead. It tries again by itself.
Rectangle {
    color: Theme.paper
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text
    MouseArea { anchors.fill: parent; Accessible.ignored: true }
    ColumnLayout {
        anchors { fill: parent; margins: 96 * Theme.u }
        spacing: Theme.gapGroup
        Item { Layout.fillHeight: true }
        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: 320 * Theme.u
            implicitHeight: implicitWidth
            radius: width / 2
            color: Theme.error
            Icon { anchors.centerIn: parent; name: "triangle-alert"; color: Theme.white; size: 180 * Theme.u }
        }
        Words { id: title; Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: qsTr("请到服务台签到"); color: Theme.error; font { pixelSize: 120 * Theme.u; bold: true } }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: qsTr("这台签到机暂时用不了"); font { pixelSize: 64 * Theme.u; bold: true } }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: qsTr("预约不受影响，请带上预约单。"); color: Theme.muted; font.pixelSize: (Theme.large ? 60 : 52) * Theme.u }
        Words { Layout.fillWidth: true; visible: text !== ""; horizontalAlignment: Text.AlignHCenter; text: Stand.phone === "" ? "" : qsTr("站里电话 %1").arg(Stand.phone); color: Theme.muted; font.pixelSize: (Theme.large ? 60 : 52) * Theme.u }
        Item { Layout.fillHeight: true }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: 16 * Theme.u
            Icon { name: "refresh-cw"; color: Theme.muted; size: Theme.iconBody }
            Words { text: qsTr("正在自动重试，好了会恢复"); color: Theme.muted; font.pixelSize: (Theme.large ? 60 : 42) * Theme.u; Layout.maximumWidth: 880 * Theme.u }
        }
    }
    Words {
        anchors { right: parent.right; top: parent.top; margins: Theme.margin }
        text: Shell.clock_text
        font { pixelSize: (Theme.large ? 84 : 68) * Theme.u; bold: true }
        TapHandler { longPressThreshold: 3; onLongPressed: Leaving.offer() }
    }
}
