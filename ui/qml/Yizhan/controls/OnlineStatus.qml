import QtQuick
import Yizhan
import Yizhan.Models

// 已联网 in green; cut off, an amber chip says that everything still works. 长辈版 is silent while all is well.
Item {
    id: status
    implicitWidth: row.implicitWidth
    implicitHeight: Math.max(row.implicitHeight, chip.implicitHeight)
    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        visible: Shell.online && !Theme.large
        spacing: 12 * Theme.u
        Icon { anchors.verticalCenter: parent.verticalCenter; anchors.verticalCenterOffset: 2 * Theme.u; name: "wifi"; color: Theme.good; size: 36 * Theme.u }
        Words { text: Shell.waiting > 0 ? qsTr("已联网，%1 件待确认").arg(Shell.waiting) : qsTr("已联网，数据已同步"); color: Theme.good; font.pixelSize: Theme.textSmall }
    }
    Badge {
        id: chip
        anchors.verticalCenter: parent.verticalCenter
        visible: !Shell.online
        iconName: "wifi-off"
        tone: "wait"
        text: Theme.large ? qsTr("断网也能办") : qsTr("断网也能办，数据稍后同步")
    }
}
