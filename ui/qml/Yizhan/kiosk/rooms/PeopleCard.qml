pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// How many come, up to what the room holds.
Card {
    id: card
    spacing: Theme.large ? 48 * Theme.u : Theme.padRow
    RowLayout {
        visible: !Theme.large
        Words { Layout.fillWidth: true; text: qsTr("多少人来？"); font { pixelSize: Theme.textButton; bold: true } }
        Words { text: qsTr("最多 %1 人").arg(Rooms.seats); color: Theme.muted; font.pixelSize: Theme.textSmall; visible: Rooms.seats > 0 }
    }
    Stepper {
        Layout.fillWidth: true
        label: qsTr("人数")
        value: RoomRequest.people
        to: Rooms.seats > 0 ? Rooms.seats : 999
        onEdited: people => RoomRequest.choose_people(people)
    }
    GridLayout {
        Layout.fillWidth: true
        columns: Theme.large ? 2 : 4
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true
        Repeater {
            model: Rooms.seats >= 100 ? [20, 50, 100, Rooms.seats] : Rooms.seats > 0 && Rooms.seats <= 16 ? [4, 8, 12, Rooms.seats] : [5, 10, 20, Rooms.seats]
            QuietButton {
                required property int modelData
                Layout.fillWidth: true
                text: qsTr("%1 人").arg(modelData)
                textSize: Theme.textSmall
                implicitHeight: (Theme.large ? 176 : 120) * Theme.u
                leftPadding: 8 * Theme.u
                rightPadding: 8 * Theme.u
                onClicked: RoomRequest.choose_people(modelData)
            }
        }
    }
    Words {
        Layout.fillWidth: true
        color: RoomRequest.people >= Rooms.seats ? Theme.wait : Theme.muted
        text: RoomRequest.people >= Rooms.seats ? qsTr("这里最多 %1 人。人更多，请换大一点的场地。").arg(Rooms.seats) : qsTr("大概的人数就行。")
        font.pixelSize: Theme.textSmall
    }
}
