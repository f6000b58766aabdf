pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// How it went: the panel, and every book with its next step.
ServicePage {
    id: page
    required property string panelTitle
    required property string panelSub
    required property var books
    property string outcome: "success"
    property string panelIcon: outcome === "success" ? "check" : "user-check"

    service: "library"
    ResultPanel {
        Layout.fillWidth: true
        outcome: page.outcome
        title: page.panelTitle
        sub: page.panelSub
        iconName: page.panelIcon
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        model: page.books
        delegate: BookLine { width: list.width }
        ListFade { visible: !list.atYEnd }
    }
}
