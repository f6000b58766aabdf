import QtQuick
import Yizhan
import Yizhan.Models

// 叫人帮忙: the same on every screen, alive even while something is busy.
OutlineButton {
    text: qsTr("叫人帮忙")
    iconName: "concierge-bell"
    ink: Theme.error
    leftPadding: 24 * Theme.u
    rightPadding: 24 * Theme.u
    onClicked: Help.offer()
}
