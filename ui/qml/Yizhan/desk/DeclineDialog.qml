pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Why not: a kind sentence to choose, or one's own; it is what the person is told.
FloatingDialog {
    id: dialog
    open: Requests.declining !== ""
    title: qsTr("怎么跟居民说？")
    onOpenChanged: if (open) { own.text = ""; own.input.forceActiveFocus() }

    Repeater {
        model: Requests.reasons
        DeskButton {
            required property string modelData
            required property int index
            Layout.fillWidth: true
            text: modelData
            key: index + 1
            onClicked: Requests.reject(modelData)
        }
    }
    DeskField { id: own; Layout.fillWidth: true; placeholder: qsTr("或者自己写一句"); onAccepted: Requests.reject(text) }
    Trouble { Layout.fillWidth: true; text: Requests.problem }
    RowLayout {
        spacing: 8
        DeskButton { Layout.fillWidth: true; text: qsTr("先不定"); key: "Esc"; onClicked: Requests.decline("") }
        DeskButton { Layout.fillWidth: true; fill: Theme.error; text: qsTr("这样回复"); enabled: own.text.trim() !== ""; onClicked: Requests.reject(own.text) }
    }
}
