pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Five faces, the best first: one touch is the answer.
Card {
    id: card
    spacing: (Theme.large ? 12 : 16) * Theme.u
    Words { Layout.fillWidth: true; Layout.bottomMargin: Theme.gap; text: qsTr("%1 号办得怎么样？").arg(Slip.number); font { pixelSize: Theme.textTitle; bold: true } }
    Repeater {
        model: SlipRating.faces
        OutlineButton {
            id: face
            required property var model
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: (Theme.large ? 200 : 168) * Theme.u
            text: model.name
            textSize: (Theme.large ? 68 : 52) * Theme.u
            enabled: !SlipRating.busy
            onClicked: SlipRating.rate(model.stars)
            contentItem: RowLayout {
                spacing: Theme.padRow
                Icon { name: face.model.icon; color: Theme.accent; size: (Theme.large ? 88 : 80) * Theme.u }
                Words { Layout.fillWidth: true; text: face.text; color: Theme.ink; font { pixelSize: face.textSize; bold: true } }
            }
        }
    }
}
