import QtQuick
import Yizhan
import Yizhan.Models

// The slip as paper: white, with a little air around, large enough for a phone's camera.
Rectangle {
    id: paper
    color: Theme.white
    radius: 12 * Theme.u
    border { width: Theme.hair; color: Theme.hairline }
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("小票的图")
    Image {
        anchors { fill: parent; margins: 12 * Theme.u }
        source: TicketNumber.slip
        visible: TicketNumber.slip !== ""
        fillMode: Image.PreserveAspectFit
        cache: false
        smooth: true
        mipmap: true
    }
    BusyRing { anchors.centerIn: parent; running: TicketNumber.slip === ""; size: 72 * Theme.u }
}
