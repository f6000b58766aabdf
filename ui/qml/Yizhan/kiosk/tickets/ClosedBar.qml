import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Outside counter hours: said at the top of every page of this journey.
NoticeBar {
    Layout.fillWidth: true
    visible: Tickets.closed !== ""
    iconName: "moon"
    text: Tickets.closed
}
