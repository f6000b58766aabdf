import QtQuick
import QtQuick.Layouts
import Yizhan.Models

// Requests for rooms, one below the other, with the day's use beside them.
ColumnLayout {
    spacing: 16
    PageTitle { Layout.fillWidth: true; title: qsTr("预约"); sub: Shell.date_text }
    HelpBanner { Layout.fillWidth: true }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: 16
        RequestsCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 640 }
        RoomUseCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 480 }
    }
}
