pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// What a section lists, and the lines of the chosen thing; or the form of the chosen service item.
Item {
    id: section
    Loader {
        anchors.fill: parent
        source: FormEditor.is_open ? "FormSection.qml" : ""
    }
    RowLayout {
        anchors.fill: parent
        spacing: 16
        visible: !FormEditor.is_open
        DeskCard {
            Layout.fillHeight: true
            Layout.preferredWidth: 290
            Layout.minimumWidth: 290
            Layout.maximumWidth: 290
            padding: 12
            title: StationSettings.section_words
            spacing: 8
            ActionBar { Layout.fillWidth: true; actions: StationSettings.making }
            ListView {
                id: listed
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                spacing: 2
                cacheBuffer: 0
                model: StationSettings.things
                boundsBehavior: Flickable.StopAtBounds
                delegate: ThingRow {
                    width: listed.width - 14
                    current: StationSettings.chosen === key
                    onClicked: StationSettings.choose(key)
                }
                Words { anchors.centerIn: parent; visible: listed.count === 0; text: qsTr("还没有"); color: Theme.muted }
                ScrollMark { list: listed }
            }
        }
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            title: StationSettings.title
            spacing: 10
            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                visible: StationSettings.has_form || StationSettings.actions.offered.length > 0
                spacing: 8
                DeskButton { visible: StationSettings.has_form; iconName: "clipboard-list"; text: qsTr("取号时问的表单"); onClicked: FormEditor.open(StationSettings.chosen) }
                ActionBar { Layout.fillWidth: true; actions: StationSettings.actions }
            }
            Trouble { Layout.fillWidth: true; text: StationSettings.problem }
            AffectedCard { Layout.fillWidth: true; visible: StationSettings.section === "hours" && StationSettings.affected.length > 0 }
            Flickable {
                id: lines
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                contentHeight: column.implicitHeight
                boundsBehavior: Flickable.StopAtBounds
                readonly property string of: StationSettings.section + StationSettings.chosen
                onOfChanged: contentY = 0
                ColumnLayout {
                    id: column
                    width: lines.width - 16
                    spacing: 4
                    Repeater {
                        model: StationSettings.lines
                        SettingLine { Layout.fillWidth: true }
                    }
                }
                ScrollMark { list: lines }
            }
        }
    }
}
