pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Who works here, and what they may do.
ColumnLayout {
    spacing: 16
    Component.onCompleted: Operators.show()
    PageTitle { Layout.fillWidth: true; title: qsTr("工作人员") }
    HelpBanner { Layout.fillWidth: true }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: 16
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 660
            title: qsTr("全部同事")
            head: ActionBar { actions: Operators.making }
            DeskTable { Layout.fillWidth: true; Layout.fillHeight: true; table: Operators.table; placeholder: qsTr("姓名、登录名") }
        }
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 440
            title: Operators.name || qsTr("没有选")
            spacing: 12
            ActionBar { Layout.fillWidth: true; actions: Operators.actions }
            DetailPane { Layout.fillWidth: true; Layout.fillHeight: true; sections: Operators.sections }
        }
    }
    ActionForm { actions: Operators.actions }
    ActionForm { actions: Operators.making }
    FloatingDialog {
        parent: Window.contentItem
        open: Operators.code !== ""
        title: qsTr("恢复码，只显示这一次")
        RecoveryCode { Layout.fillWidth: true; code: Operators.code; whose: Session.login; done: qsTr("抄好了"); onKept: Operators.kept() }
    }
}
