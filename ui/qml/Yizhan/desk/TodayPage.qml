import QtQuick
import QtQuick.Layouts
import Yizhan.Models

// One page of what waits: the queue, decisions, what is due.
ColumnLayout {
    spacing: 16
    PageTitle { Layout.fillWidth: true; title: qsTr("今日"); sub: Shell.date_text; finds: true; FinderField { } }
    HelpBanner { Layout.fillWidth: true }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: 16
        QueueCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 336 }
        RequestsCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 432 }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 334
            spacing: 16
            DueCard { Layout.fillWidth: true }
            HoursCard { Layout.fillWidth: true; Layout.fillHeight: true }
            RoomUseCard { Layout.fillWidth: true; Layout.fillHeight: true }
        }
    }
}
