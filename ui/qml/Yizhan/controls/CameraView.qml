import QtQuick
import Yizhan
import Yizhan.Models

// The camera's live picture with a frame to hold a code into. It is on while this is seen, and not a moment longer.
Rectangle {
    id: view
    property bool small: false          // without its words
    readonly property real shown: height - (small ? 0 : words.height + 2 * Theme.gap)
    readonly property bool wanted: visible && Lens.ready

    implicitWidth: 984 * Theme.u
    implicitHeight: 480 * Theme.u
    radius: Theme.radiusCard
    color: Theme.ink
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("摄像头画面")
    onWantedChanged: wanted ? Lens.open(view) : Lens.close(view)
    Component.onCompleted: if (wanted) Lens.open(view)
    Component.onDestruction: Lens.close(view)

    LensPicture {
        id: live
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: words.visible ? words.top : parent.bottom; bottomMargin: words.visible ? Theme.gap : 0 }
        radius: view.radius
    }

    // White with a dark edge: seen on any picture.
    component Bracket: Item {
        width: 72 * Theme.u
        height: width
        Rectangle { width: parent.width; height: 14 * Theme.u; color: Theme.white; border { width: 3 * Theme.u; color: Theme.ink } }
        Rectangle { width: 14 * Theme.u; height: parent.height; color: Theme.white; border { width: 3 * Theme.u; color: Theme.ink } }
        Rectangle { x: 3 * Theme.u; y: 3 * Theme.u; width: 12 * Theme.u; height: 8 * Theme.u; color: Theme.white }
    }
    Item {
        anchors.centerIn: live
        width: Math.min(view.shown - 2 * Theme.gap, view.width / 2)
        height: width
        Bracket { }
        Bracket { anchors.right: parent.right; rotation: 90 }
        Bracket { anchors { right: parent.right; bottom: parent.bottom } rotation: 180 }
        Bracket { anchors.bottom: parent.bottom; rotation: 270 }
    }
    Words {
        id: words
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.gap }
        visible: !view.small
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("把二维码放进框里")
        color: Theme.white
        font { pixelSize: Theme.textSmall; bold: true }
    }
}
