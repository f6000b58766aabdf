import QtQuick
import Yizhan

// A page that listens to the scanner, which is a fast keyboard that ends with Return.
ServicePage {
    id: page
    property string heard
    signal scanned(string code)

    onEntered: forceActiveFocus()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            if (heard !== "") scanned(heard)
            heard = ""
            event.accepted = true
        } else if (event.text !== "") {
            heard = (heard + event.text).slice(-200)
            event.accepted = true
        }
    }
}
