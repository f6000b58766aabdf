import QtQuick
import QtQuick.Layouts
import Yizhan

// One room, or one of today's uses: `modelData` has time, name, detail, more (if it fits), badge, tone, icon, own.
Rectangle {
    id: row
    required property var modelData
    readonly property real detailSize: (Theme.large ? 60 : 38) * Theme.u
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
            Row {
                id: facts
                readonly property bool both: detail.text !== "" && more.text !== ""
                readonly property bool fits: more.implicitWidth + (both ? detail.implicitWidth + spacing : 0) <= width
                Layout.fillWidth: true
                visible: detail.text !== "" || more.text !== ""
                spacing: 16 * Theme.u
                Words { id: detail; visible: text !== ""; text: row.modelData.detail; color: row.modelData.own ? Theme.wait : Theme.muted; wrapMode: Text.NoWrap; font { pixelSize: row.detailSize; bold: row.modelData.own } }
                Words { id: more; visible: text !== "" && facts.fits; text: row.modelData.more === "" ? "" : (detail.text === "" ? "" : "· ") + row.modelData.more; color: Theme.muted; wrapMode: Text.NoWrap; font.pixelSize: row.detailSize }
            }
        }
        Badge { text: row.modelData.badge; tone: row.modelData.tone; iconName: row.modelData.icon }
    }
}
