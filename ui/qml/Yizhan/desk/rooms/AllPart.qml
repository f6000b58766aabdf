import QtQuick
import QtQuick.Layouts
import Yizhan.Models
import ".."

// All bookings, found while typing; the chosen one beside.
RowLayout {
    spacing: 16
    DeskCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 720
        title: qsTr("全部预约")
        ChoiceStrip { Layout.fillWidth: true; options: Bookings.which; value: Bookings.table.filters.which ?? ""; onChosen: value => Bookings.table.filter("which", value) }
        DeskTable { Layout.fillWidth: true; Layout.fillHeight: true; table: Bookings.table; placeholder: qsTr("号码、谁用、联系人、电话后四位") }
    }
    BookingCard { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: 400 }
}
