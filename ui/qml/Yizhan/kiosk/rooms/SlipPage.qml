import QtQuick
import QtQuick.Layouts
import Yizhan

// 长辈版: the slip on a screen of its own.
ServicePage {
    name: "rooms.slip"
    service: "rooms"
    title: qsTr("用手机拍下来")

    SlipPaper { Layout.alignment: Qt.AlignHCenter; Layout.fillHeight: true; Layout.preferredWidth: 600 * Theme.u }
}
