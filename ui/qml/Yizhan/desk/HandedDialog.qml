import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// A new card's number and PIN: said once, then nowhere any more.
FloatingDialog {
    id: dialog
    parent: Window.contentItem
    open: Persons.handed_pin !== ""
    title: qsTr("请抄给居民，只显示这一次")
    Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; visible: Persons.handed_card !== ""; text: qsTr("卡号 %1").arg(Persons.handed_card); font.pixelSize: Theme.textQuestion }
    Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: qsTr("密码 %1").arg(Persons.handed_pin); font { pixelSize: Theme.textNumber; bold: true } }
    DeskButton { Layout.fillWidth: true; implicitHeight: 44; fill: Theme.good; text: qsTr("抄好了"); onClicked: Persons.handed_over() }
}
