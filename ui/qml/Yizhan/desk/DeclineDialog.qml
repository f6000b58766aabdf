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
    onOpenChanged: own.text = ""

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
    Repeater {
        model: dialog.open && !own.input.activeFocus ? Requests.reasons.length : 0
        Item { id: place; required property int index; visible: false; Shortcut { sequence: String(place.index + 1); onActivated: Requests.reject(Requests.reasons[place.index]) } }
    }
    Words { visible: other.count > 0; text: qsTr("或者换成"); color: Theme.muted }
    Repeater {
        id: other
        model: Requests.declining !== "" && Bookings.booking === Requests.declining ? Bookings.instead : []
        OfferButton {
            required property string modelData
            required property int index
            Layout.fillWidth: true
            text: modelData
            onClicked: Bookings.take(index)
        }
    }
    DeskField { id: own; Layout.fillWidth: true; placeholder: qsTr("或者自己写一句"); onAccepted: Requests.reject(text) }
    Trouble { Layout.fillWidth: true; text: Requests.problem !== "" ? Requests.problem : Bookings.problem }
    RowLayout {
        spacing: 8
        DeskButton { Layout.fillWidth: true; text: qsTr("先不定"); key: "Esc"; onClicked: Requests.decline("") }
        DeskButton { Layout.fillWidth: true; fill: Theme.error; text: qsTr("这样回复"); enabled: own.text.trim() !== ""; onClicked: Requests.reject(own.text) }
    }
}
