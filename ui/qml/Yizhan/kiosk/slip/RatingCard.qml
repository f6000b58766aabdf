pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Five faces, the best first, one under the other (beside each other on a wide screen): one touch is the answer.
Card {
    spacing: (Theme.large ? 12 : 16) * Theme.u

    component Face: OutlineButton {
        id: face
        required property string faceIcon
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 100
        Layout.maximumHeight: (Theme.landscape ? 300 : Theme.large ? 200 : 168) * Theme.u
        leftPadding: (Theme.landscape ? 8 : 36) * Theme.u
        rightPadding: leftPadding
        textSize: (Theme.landscape ? Theme.large ? 60 : 48 : Theme.large ? 68 : 52) * Theme.u
        contentItem: GridLayout {
            columns: Theme.landscape ? 1 : 2
            columnSpacing: Theme.padRow
            rowSpacing: Theme.gap
            Icon { Layout.alignment: Theme.landscape ? Qt.AlignHCenter | Qt.AlignBottom : Qt.AlignVCenter; name: face.faceIcon; color: Theme.accent; size: (Theme.large ? 88 : 80) * Theme.u }
            Words { Layout.fillWidth: true; Layout.alignment: Theme.landscape ? Qt.AlignTop : Qt.AlignVCenter; horizontalAlignment: Theme.landscape ? Text.AlignHCenter : Text.AlignLeft; text: face.text; color: Theme.ink; font { pixelSize: face.textSize; bold: true } }
        }
    }
    Words { Layout.fillWidth: true; Layout.bottomMargin: Theme.gap; text: qsTr("%1 号办得怎么样？").arg(Slip.number); font { pixelSize: Theme.textTitle; bold: true } }
    GridLayout {
        columns: Theme.landscape ? 5 : 1
        columnSpacing: Theme.gap
        rowSpacing: parent.spacing
        Repeater {
            model: SlipRating.faces
            Face {
                required property var model
                text: model.name
                faceIcon: model.icon
                enabled: !SlipRating.busy
                onClicked: SlipRating.rate(model.stars)
            }
        }
    }
}
