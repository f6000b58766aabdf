pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import "told"

// The desk's window: sign-in, or the rail with the open page; keys that work on every page.
Window {
    id: window
    property real pace: 1
    property bool showsKeys: false
    readonly property bool open: Session.signed_in && !Session.locked
    readonly property bool decides: Session.page === "today" || (Session.page === "requests" && Bookings.part === "inbox")
    readonly property bool free: open && !showsKeys && Requests.declining === "" && Troubles.at < 0 && !(activeFocusItem instanceof TextInput) && !(activeFocusItem instanceof TextEdit)

    title: qsTr("驿站前台")
    color: Theme.paper
    minimumWidth: 1280
    minimumHeight: 720
    property var pages: []
    Component.onCompleted: { Ringing.watch(); Scan.listen_beside_fields(window) }
    Connections { target: Scan; function onHeard(text) { if (!Scan.fill(text) && window.free) Finder.find(text) } }
    // read and compiled beside, while somebody types their password
    Timer { interval: 50; running: true; onTriggered: window.pages = Session.files.map(file => Qt.createComponent(file, Component.Asynchronous)) }
    Binding { target: Theme; property: "desk"; value: true }
    Binding { target: Theme; property: "pace"; value: window.pace }

    component Key: Shortcut { context: Qt.WindowShortcut }
    Key { sequence: "F1"; enabled: window.open; onActivated: window.showsKeys = !window.showsKeys }
    Key { sequence: "Esc"; enabled: window.showsKeys || Requests.declining !== ""; onActivated: { window.showsKeys = false; Requests.decline("") } }
    Key { sequence: "F9"; enabled: window.open && Counter.state === ""; onActivated: Counter.call_next() }
    Key { sequence: "F10"; enabled: window.open; onActivated: Counter.move(Counter.state === "called" ? "start" : "resolve") }
    Key { sequence: "F6"; enabled: window.open; onActivated: Counter.move(Counter.state === "called" ? "no_show" : "hold") }
    Key { sequence: "F5"; enabled: window.open && Counter.state === "called"; onActivated: Counter.move("recall") }
    Key { sequence: "F8"; enabled: window.open && Today.help.length > 0; onActivated: Today.go(Today.help[0].call) }
    Key { sequence: "Up"; enabled: window.free && window.decides; onActivated: Requests.choose(Requests.chosen - 1) }
    Key { sequence: "Down"; enabled: window.free && window.decides; onActivated: Requests.choose(Requests.chosen + 1) }
    Key { sequence: "Y"; enabled: window.free && window.decides; onActivated: Requests.approve_chosen() }
    Key { sequence: "R"; enabled: window.free && window.decides; onActivated: Requests.decline_chosen() }
    Key { sequence: "Ctrl+L"; enabled: window.open; onActivated: Session.lock() }
    Repeater { model: 9; Item { id: place; required property int index; Key { sequence: "Ctrl+" + (place.index + 1); enabled: window.open; onActivated: Session.open_nth(place.index) } } }

    Loader { anchors.fill: parent; active: window.open; sourceComponent: desk }
    Loader { anchors.fill: parent; active: !window.open; source: Entrance.step === "" ? "SignInPage.qml" : "EntrancePage.qml" }
    ToldBar { anchors { right: parent.right; rightMargin: 320; top: parent.top; topMargin: 12 } z: 2 }
    Key { sequence: "Ctrl+Z"; enabled: window.open && Told.undoable && !(window.activeFocusItem instanceof TextInput) && !(window.activeFocusItem instanceof TextEdit); onActivated: Told.undo() }
    ActionForm { actions: Operators.own }
    DeclineDialog { }
    TroubleDialog { }
    KeysDialog { open: window.showsKeys; onClosed: window.showsKeys = false }

    Component {
        id: desk
        ColumnLayout {
            spacing: 0
            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: 0
                Rail { Layout.fillHeight: true }
                Loader {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.margins: 16
                    Layout.leftMargin: 24
                    Layout.rightMargin: 24
                    source: Session.page_file
                }
            }
            StatusLine { Layout.fillWidth: true; onKeysWanted: window.showsKeys = true }
        }
    }
}
