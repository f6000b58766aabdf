import QtQuick
import Yizhan

// A Lucide drawing by its name, tinted.
Image {
    id: icon
    required property string name
    property color color: Theme.ink
    property real size: Theme.iconBody

    width: size
    height: size
    sourceSize: Qt.size(Math.round(size), Math.round(size))
    source: name === "" ? "" : "image://icon/" + name + "/" + color.toString().slice(-6)
    visible: name !== ""
}
