pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import ".."

// One of many, found by typing a part of its words.
FloatingDialog {
    id: dialog
    required property var options
    required property string value
    property bool choosing: false
    readonly property var found: choosing ? options.filter(one => one.words.toLowerCase().includes(search.text.trim().toLowerCase())) : []
    readonly property int most: 24
    signal picked(value: string)

    function take(value: string): void {
        choosing = false
        picked(value)
    }
    open: choosing
    onChoosingChanged: if (choosing) { search.text = ""; search.input.forceActiveFocus() }
    Shortcut { sequence: "Escape"; enabled: dialog.choosing; onActivated: dialog.choosing = false }

    DeskField { id: search; Layout.fillWidth: true; placeholder: qsTr("输入几个字来找"); onAccepted: if (dialog.found.length > 0) dialog.take(dialog.found[0].value) }
    Flickable {
        id: scroll
        Layout.fillWidth: true
        implicitHeight: Math.min(strip.implicitHeight, 340)
        contentHeight: strip.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ChoiceStrip {
            id: strip
            width: parent.width - 18
            options: dialog.found.slice(0, dialog.most)
            value: dialog.value
            onChosen: value => dialog.take(value)
        }
        ScrollMark { list: scroll }
    }
    Words { Layout.fillWidth: true; visible: dialog.found.length > dialog.most; text: qsTr("还有 %1 种，输入几个字来找").arg(dialog.found.length - dialog.most); color: Theme.muted }
    DeskButton { Layout.fillWidth: true; text: qsTr("关上"); key: "Esc"; onClicked: dialog.choosing = false }
}
