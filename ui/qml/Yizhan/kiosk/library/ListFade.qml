import QtQuick
import Yizhan

// The lower edge of a list that goes on.
Rectangle {
    anchors { left: parent?.left; right: parent?.right; bottom: parent?.bottom }
    height: 56 * Theme.u
    gradient: Gradient {
        GradientStop { position: 0; color: "#00FBF7F0" }
        GradientStop { position: 1; color: Theme.paper }
    }
}
