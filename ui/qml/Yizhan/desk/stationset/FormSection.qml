pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// The form of a service item: its questions, the chosen one, and how the kiosk asks it.
DeskCard {
    id: editor
    title: FormEditor.title
    fact: FormEditor.version_words
    spacing: 12
    Shortcut { sequence: "Ctrl+Up"; onActivated: FormEditor.move(-1) }
    Shortcut { sequence: "Ctrl+Down"; onActivated: FormEditor.move(1) }
    Shortcut { sequence: "Ctrl+S"; enabled: FormEditor.dirty; onActivated: FormEditor.save() }
    Trouble { Layout.fillWidth: true; text: FormEditor.problem }
    Words { Layout.fillWidth: true; visible: FormEditor.restored; text: qsTr("上次没发出去的内容已找回，请核对。"); color: Theme.wait; font.bold: true }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: 20
        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: false
            Layout.preferredWidth: 250
            spacing: 8
            ListView {
                id: list
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                spacing: 2
                model: FormEditor.questions
                boundsBehavior: Flickable.StopAtBounds
                delegate: ThingRow {
                    required property var modelData
                    required property int index
                    width: list.width
                    key: index.toString()
                    words: modelData.words
                    sub: modelData.sub
                    tone: ""
                    colour: ""
                    icon_name: ""
                    current: FormEditor.chosen === index
                    onClicked: FormEditor.choose(index)
                }
                Words { anchors.centerIn: parent; width: parent.width; horizontalAlignment: Text.AlignHCenter; visible: list.count === 0; text: qsTr("取号时什么都不问"); color: Theme.muted }
            }
            RowLayout {
                spacing: 8
                DeskButton { Layout.fillWidth: true; iconName: "plus"; text: qsTr("加一问"); onClicked: FormEditor.add() }
                DeskButton { implicitWidth: 52; iconName: "chevron-up"; Accessible.name: qsTr("往前挪"); enabled: FormEditor.chosen > 0; onClicked: FormEditor.move(-1) }
                DeskButton { implicitWidth: 52; iconName: "chevron-down"; Accessible.name: qsTr("往后挪"); enabled: FormEditor.chosen >= 0 && FormEditor.chosen < list.count - 1; onClicked: FormEditor.move(1) }
            }
        }
        QuestionPane { Layout.fillWidth: true; Layout.fillHeight: true; visible: FormEditor.chosen >= 0 }
        Item { Layout.fillWidth: true; visible: FormEditor.chosen < 0 }
        FormPreview { Layout.fillWidth: false; Layout.fillHeight: true; Layout.preferredWidth: 300 }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8
        DeskButton { implicitHeight: 44; iconName: "arrow-left"; text: FormEditor.dirty ? qsTr("不改了") : qsTr("返回"); onClicked: FormEditor.close() }
        Item { Layout.fillWidth: true }
        DeskButton { visible: FormEditor.chosen >= 0; implicitHeight: 44; iconName: "trash-2"; text: qsTr("删掉这一问"); onClicked: FormEditor.remove() }
        DeskButton { visible: FormEditor.dirty; implicitHeight: 44; fill: Theme.good; text: FormEditor.next_words; key: "Ctrl S"; busy: FormEditor.busy; onClicked: FormEditor.save() }
    }
}
