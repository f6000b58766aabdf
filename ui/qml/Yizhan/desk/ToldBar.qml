import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What was just done, and the way back for as long as there is one.
Rectangle {
    id: bar
    implicitHeight: 52
    implicitWidth: row.implicitWidth + 32
    visible: Told.words !== "" || Told.problem !== ""
    radius: Theme.radiusButton
    color: Told.problem !== "" ? Theme.error : Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text
    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: 16
        Icon { name: Told.problem !== "" ? "circle-alert" : "circle-check"; color: Theme.white; size: Theme.iconSmall }
        Words { id: words; Layout.maximumWidth: 720; text: Told.problem !== "" ? Told.problem : Told.words; color: Theme.white; font.bold: true }
        DeskButton { visible: Told.undoable; text: qsTr("撤销"); key: "Ctrl Z"; onClicked: Told.undo() }
    }
}
