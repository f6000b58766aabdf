pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan.Models
import ".."

// The station as its manager sets it up: sections at the left, what the open one holds beside.
Item {
    id: page
    Component.onCompleted: StationSettings.show()
    Shortcut { sequence: "Ctrl+PgDown"; enabled: page.visible; onActivated: StationSettings.step(1) }
    Shortcut { sequence: "Ctrl+PgUp"; enabled: page.visible; onActivated: StationSettings.step(-1) }
    ColumnLayout {
        anchors.fill: parent
        spacing: 16
        PageTitle { Layout.fillWidth: true; title: qsTr("驿站设置"); }
        HelpBanner { Layout.fillWidth: true }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 16
            ColumnLayout {
                Layout.fillHeight: true
                Layout.fillWidth: false
                Layout.preferredWidth: Shell.english ? 190 : 164
                spacing: 4
                Repeater {
                    model: StationSettings.sections
                    SectionButton {
                        required property var modelData
                        Layout.fillWidth: true
                        text: modelData.words
                        iconName: modelData.icon
                        current: StationSettings.section === modelData.key
                        onClicked: StationSettings.open(modelData.key)
                    }
                }
                Item { Layout.fillHeight: true }
                RowLayout {
                    spacing: 6
                    KeyCap { key: "Ctrl" }
                    KeyCap { key: "PgUp" }
                    KeyCap { key: "PgDn" }
                }
            }
            Loader {
                Layout.fillWidth: true
                Layout.fillHeight: true
                source: StationSettings.section_file === "" ? "ListSection.qml" : StationSettings.section_file
            }
        }
    }
    ActionForm { actions: StationSettings.actions }
    ActionForm { actions: StationSettings.making }
}
