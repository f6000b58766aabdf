pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The frame of every kiosk page but home. Children stand in the scrolling body; `actions` stay pinned above the footer.
BasePage {
    id: page
    required property string name       // for 叫人帮忙: where the person is, such as "rooms.day"
    required property string service    // whose colour: tickets, rooms, library, station ...
    required property string title
    property string sub
    property string step                // "2 / 4"
    property bool form: false           // forms and texts get more idle time
    property alias spacing: column.spacing
    property alias actions: actionRow.data
    default property alias body: column.data
    signal back()

    onEntered: { Theme.service = service; Shell.enter(name, form) }
    function show(item: Item) {
        const top = item.mapToItem(column, 0, 0).y, end = top + item.height + 2 * Theme.gapGroup
        if (end > flick.contentY + flick.height) flick.contentY = Math.min(top - Theme.touch, flick.contentHeight - flick.height)
    }

    onBack: Shell.back()
    Connections {
        target: Theme
        function onKeyboardHeightChanged() { if (Theme.keyboardHeight > 0 && page.Window.activeFocusItem) Qt.callLater(page.show, page.Window.activeFocusItem) }
    }
    Rectangle { anchors.fill: parent; color: Theme.paper }
    MouseArea { anchors.fill: parent; Accessible.ignored: true; onClicked: page.forceActiveFocus() }
    PageHeader { id: header; width: parent.width; title: page.title; sub: page.sub; step: page.step; onBack: page.back() }
    Flickable {
        id: flick
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: pinned.top; leftMargin: Theme.margin; rightMargin: Theme.margin }
        contentHeight: column.height + 2 * Theme.gapGroup
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height + 1
        clip: true
        ColumnLayout {
            id: column
            y: Theme.gapGroup
            width: flick.width
            height: Math.max(implicitHeight, flick.height - 2 * Theme.gapGroup)
            spacing: Theme.gapGroup
        }
    }
    Rectangle {
        anchors { left: flick.left; right: flick.right; bottom: flick.bottom }
        visible: flick.height > 420 * Theme.u && flick.contentHeight - flick.contentY - flick.height > 48 * Theme.u
        height: 176 * Theme.u
        gradient: Gradient {
            GradientStop { position: 0; color: "#00FBF7F0" }
            GradientStop { position: 0.6; color: Theme.paper }
        }
        Badge { anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 8 * Theme.u } iconName: "chevron-down"; text: qsTr("往下滑，还有") }
    }
    Item {
        id: pinned
        anchors { left: parent.left; right: parent.right; bottom: footer.top; bottomMargin: Math.max(0, Theme.keyboardHeight - (Theme.landscape ? footer.height : 0)) }
        height: actionRow.visible ? actionRow.implicitHeight + Theme.padRow : 0
        RowLayout {
            id: actionRow
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.margin; rightMargin: Theme.margin }
            visible: children.length > 0 && Theme.keyboardHeight === 0
            spacing: Theme.padRow
        }
    }
    PageFooter { id: footer; anchors { left: parent.left; right: parent.right; bottom: parent.bottom } }
}
