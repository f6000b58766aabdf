import QtQuick
import QtQuick.Layouts
import Yizhan.Models
import ".."

// Bookings that a change of the calendar concerns; none is called off by itself.
RowLayout {
    spacing: 16
    DeskCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 720
        title: Bookings.affected.total > 0 ? qsTr("放假安排变了，这些预约要看一看") : qsTr("假期影响")
        DeskTable { Layout.fillWidth: true; Layout.fillHeight: true; table: Bookings.affected; emptyWords: qsTr("没有受影响的预约") }
    }
    BookingCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 400 }
}
