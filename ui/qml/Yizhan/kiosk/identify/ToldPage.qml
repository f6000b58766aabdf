pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Before anything else: what we had noted for you and could not do.
ServicePage {
    id: page
    name: "identify.told"
    service: Identity.service
    title: Explaining.title
    sub: qsTr("当时先记下了，对不起")
    form: true

    Repeater {
        model: Explaining.rows
        delegate: ToldCard { Layout.fillWidth: true }
    }
    NoticeBar { Layout.fillWidth: true; visible: text !== ""; tone: "error"; iconName: "circle-alert"; text: Explaining.problem }
    Item { Layout.fillHeight: true }
    actions: PrimaryButton {
        Layout.fillWidth: true
        implicitHeight: (Theme.large ? 184 : 144) * Theme.u
        text: qsTr("知道了")
        busy: Explaining.busy
        onClicked: Explaining.understood()
    }
}
