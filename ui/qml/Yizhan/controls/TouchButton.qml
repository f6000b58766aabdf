pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Yizhan

// The common part of all buttons: words with an optional icon, a fill, pressed, disabled (with its reason) and busy.
T.AbstractButton {
    id: button
    property color fill: Theme.sunk
    property color ink: Theme.ink
    property color edge: "transparent"
    property real edgeWidth: 0
    property real radius: Theme.radiusButton
    property real textSize: Theme.textButton
    property bool bold: true
    property bool busy: false
    property string iconName
    property string reason
    readonly property bool dead: !enabled && !busy
    readonly property color shownInk: dead ? Theme.muted : ink

    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.buttonHeight, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: 36 * Theme.u
    rightPadding: 36 * Theme.u
    topPadding: 12 * Theme.u
    bottomPadding: 12 * Theme.u
    scale: pressed ? Theme.sink : 1
    Accessible.name: text
    Accessible.description: reason

    onBusyChanged: slow.late = false
    Timer {
        id: slow
        property bool late: false
        interval: Theme.lateTime
        running: button.busy
        onTriggered: late = true
    }
    Behavior on scale { NumberAnimation { duration: Theme.pressTime } }
    background: Rectangle {
        radius: button.radius
        color: button.dead ? Theme.disabledFill : button.pressed ? Theme.pressed(button.fill) : button.fill
        border.width: button.dead ? 0 : button.edgeWidth
        border.color: button.edge
    }
    contentItem: Item {
        implicitWidth: row.lead + Math.max(title.implicitWidth, why.visible ? why.implicitWidth : 0)
        implicitHeight: row.implicitHeight
        Row {
            id: row
            readonly property real lead: button.iconName === "" && !button.busy ? 0 : Theme.iconBody + spacing
            anchors.centerIn: parent
            spacing: 16 * Theme.u
            Item {
                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: 2 * Theme.u
                visible: row.lead > 0
                width: Theme.iconBody
                height: Theme.iconBody
                Icon { name: button.iconName; color: button.shownInk; visible: button.iconName !== "" && !ring.visible }
                BusyRing { id: ring; running: button.busy; color: button.ink; anchors.centerIn: parent }
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                Words {
                    id: title
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.min(implicitWidth, button.availableWidth - row.lead)
                    horizontalAlignment: Text.AlignHCenter
                    text: button.text
                    color: button.shownInk
                    font { pixelSize: button.textSize; bold: button.bold }
                }
                Words {
                    id: why
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.min(implicitWidth, button.availableWidth - row.lead)
                    horizontalAlignment: Text.AlignHCenter
                    visible: text !== ""
                    text: button.busy && slow.late ? qsTr("还在办，请稍等") : button.dead ? button.reason : ""
                    color: button.shownInk
                    font.pixelSize: Theme.textSmall
                }
            }
        }
    }
}
