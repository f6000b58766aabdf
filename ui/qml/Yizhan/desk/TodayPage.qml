import QtQuick
import QtQuick.Layouts
import Yizhan.Models
import "told"

// One page of what waits: the queue, decisions, what is due.
ColumnLayout {
    id: page
    readonly property int strips: Today.help.length + (Troubles.chips.length > 0 ? 1 : 0)

    spacing: 16
    PageTitle { Layout.fillWidth: true; title: qsTr("今日"); sub: Troubles.known && Troubles.chips.length === 0 ? Shell.date_text + " · " + qsTr("一切正常") : Shell.date_text; finds: true; FinderField { } }
    HelpBanner { Layout.fillWidth: true }
    TroubleStrip { Layout.fillWidth: true }
    Shortcut { sequence: "F7"; enabled: Troubles.chips.length > 0 && Troubles.at < 0; onActivated: Troubles.open(0) }
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
            RoomUseCard { visible: page.height - 72 * page.strips >= 620; Layout.fillWidth: true; Layout.fillHeight: true }
        }
    }
}
