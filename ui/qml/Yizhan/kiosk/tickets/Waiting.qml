import QtQuick
import QtQuick.Layouts
import Yizhan

// The list is on its way.
Item {
    Layout.fillWidth: true
    Layout.preferredHeight: 400 * Theme.u
    BusyRing { anchors.centerIn: parent; running: parent.visible; size: 96 * Theme.u; color: Theme.accent }
}
