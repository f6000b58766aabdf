import QtQuick
import Yizhan

// 待确认 until the hub has answered, 主机已确认 in the very same place afterwards.
Badge {
    required property bool pending
    text: pending ? qsTr("待确认") : qsTr("主机已确认")
    iconName: pending ? "hourglass" : "cloud-check"
    tone: pending ? "wait" : "good"
    border { width: pending ? Theme.hair : 0; color: Theme.wait }
}
