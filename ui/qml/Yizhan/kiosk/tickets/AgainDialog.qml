import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The same person, the same thing, a second number?
FloatingDialog {
    id: dialog
    open: TicketAgain.asking
    iconName: "ticket"
    title: TicketAgain.question
    text: qsTr("一个号就够一个人办这件事。")
    PrimaryButton { Layout.fillWidth: true; visible: dialog.open; text: qsTr("不用了"); onClicked: TicketAgain.keep() }
    QuietButton { Layout.fillWidth: true; visible: dialog.open; text: qsTr("再取一个"); onClicked: TicketAgain.go_on() }
}
