import QtQuick
import Yizhan

// How far down a long list is; dragged it goes there at once.
Rectangle {
    id: mark
    required property Flickable list
    readonly property real part: list.contentHeight > 0 ? list.height / list.contentHeight : 1

    parent: list
    anchors.right: parent.right
    width: 10
    visible: part < 1
    height: Math.max(36, list.height * part)
    y: (list.height - height) * list.visibleArea.yPosition / Math.max(0.0001, 1 - list.visibleArea.heightRatio)
    radius: 5
    color: drag.active ? Theme.ink : Theme.outline
    Accessible.ignored: true
    DragHandler {
        id: drag
        target: null
        yAxis.enabled: true
        xAxis.enabled: false
        property real from: 0
        onActiveChanged: from = mark.list.contentY
        onTranslationChanged: if (active) mark.list.contentY = Math.max(0, Math.min(mark.list.contentHeight - mark.list.height, from + translation.y * (mark.list.contentHeight - mark.list.height) / (mark.list.height - mark.height)))
    }
}
