pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One field for everything a volunteer does; calls for help above.
ColumnLayout {
    spacing: 16
    PageTitle { Layout.fillWidth: true; title: qsTr("帮忙"); sub: Shell.date_text }
    HelpBanner { Layout.fillWidth: true }
    DeskCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        title: qsTr("还书和签到")
        fact: qsTr("扫图书标签就还书，扫预约条就签到")
        spacing: 12
        RowLayout {
            spacing: 8
            DeskField { id: field; Layout.fillWidth: true; placeholder: qsTr("扫码，或输入图书编号、预约号"); onAccepted: { Helping.take(text); text = "" } Component.onCompleted: input.forceActiveFocus() }
            DeskButton { implicitHeight: 44; fill: Theme.good; text: qsTr("办"); busy: Helping.busy; enabled: field.text.trim() !== ""; onClicked: { Helping.take(field.text); field.text = "" } }
        }
        Repeater {
            model: Helping.lines
            RowLayout {
                id: line
                required property var modelData
                Layout.fillWidth: true
                spacing: 12
                Icon { name: line.modelData.good ? "circle-check" : "circle-alert"; color: line.modelData.good ? Theme.good : Theme.error; size: Theme.iconSmall }
                Words { Layout.fillWidth: true; text: line.modelData.words; color: line.modelData.good ? Theme.ink : Theme.error }
                Words { text: line.modelData.at; color: Theme.muted }
            }
        }
        Words { visible: Helping.lines.length === 0; Layout.alignment: Qt.AlignHCenter; Layout.topMargin: 80; text: qsTr("还没有办过"); color: Theme.muted }
        Item { Layout.fillHeight: true }
    }
}
