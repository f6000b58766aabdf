import QtQuick
import Yizhan
import Yizhan.Models

// The slip as paper, to be photographed.
Rectangle {
    color: Theme.white
    radius: 12 * Theme.u
    border { width: Theme.hair; color: Theme.hairline }
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("小票的图")
    Image {
        anchors { fill: parent; margins: 12 * Theme.u }
        source: RoomResult.slip
        visible: RoomResult.slip !== ""
        fillMode: Image.PreserveAspectFit
        cache: false
        smooth: true
        mipmap: true
    }
}
