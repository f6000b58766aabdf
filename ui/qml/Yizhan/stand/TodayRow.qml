import QtQuick
import QtQuick.Layouts
import Yizhan

// One room, or one of today's uses: `modelData` has time, name, detail, badge, tone, icon, own.
Rectangle {
    id: row
    required property var modelData
    radius: Theme.radiusCard
    color: modelData.own ? Theme.waitFill : Theme.card
    border { width: modelData.own ? 4 * Theme.u : Theme.hair; color: modelData.own ? Theme.wait : Theme.hairline }
    RowLayout {
        anchors { fill: parent; leftMargin: 32 * Theme.u; rightMargin: 24 * Theme.u }
        spacing: 28 * Theme.u
        Words { visible: text !== ""; text: row.modelData.time; wrapMode: Text.NoWrap; Layout.preferredWidth: (Theme.large ? 210 : 150) * Theme.u; font { pixelSize: (Theme.large ? 76 : 54) * Theme.u; bold: true } }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            Words { Layout.fillWidth: true; text: row.modelData.name; wrapMode: Text.NoWrap; fontSizeMode: Text.HorizontalFit; minimumPixelSize: (Theme.large ? 60 : 38) * Theme.u; font { pixelSize: (Theme.large ? 68 : 46) * Theme.u; bold: true } }
            Words { Layout.fillWidth: true; visible: text !== ""; text: row.modelData.detail; color: row.modelData.own ? Theme.wait : Theme.muted; wrapMode: Text.NoWrap; fontSizeMode: Text.HorizontalFit; minimumPixelSize: (Theme.large ? 60 : 36) * Theme.u; font { pixelSize: (Theme.large ? 60 : 38) * Theme.u; bold: row.modelData.own } }
        }
        Badge { text: row.modelData.badge; tone: row.modelData.tone; iconName: row.modelData.icon }
    }
}
