import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The board's window, wide or high: the call, the calls before it, and between calls what the day brings.
// Figures are read at 6 m: a figure must be 6 m / 200 = 30 mm high. On a 43 inch television (0.496 mm a pixel) that is
// 61 of 1080 pixels, hence a font of 84; here the smallest figure has 116, the number that is called 380 and more.
Window {
    id: window
    property real pace: 1

    title: qsTr("驿站叫号屏")
    color: Theme.paper
    Binding { target: Theme; property: "shortSide"; value: Math.min(window.width, window.height) }
    Binding { target: Theme; property: "landscape"; value: window.width > window.height }
    Binding { target: Theme; property: "pace"; value: window.pace }
    Binding { target: Theme; property: "service"; value: "tickets" }

    ColumnLayout {
        anchors { fill: parent; margins: 48 * Theme.u; topMargin: 28 * Theme.u }
        spacing: 24 * Theme.u
        BoardHeader { Layout.fillWidth: true }
        GridLayout {
            columns: Theme.landscape ? 2 : 1
            columnSpacing: 24 * Theme.u
            rowSpacing: 24 * Theme.u
            ColumnLayout {
                spacing: 24 * Theme.u
                Layout.fillWidth: true
                Layout.fillHeight: true
                NowCard { Layout.fillWidth: true; Layout.fillHeight: true }
                DayCard { Layout.fillWidth: true; visible: !Board.hot }
            }
            ColumnLayout {
                spacing: 24 * Theme.u
                Layout.fillWidth: !Theme.landscape
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.landscape ? 600 * Theme.u : -1
                Layout.maximumHeight: Theme.landscape ? Number.POSITIVE_INFINITY : 760 * Theme.u
                BeforeCard { Layout.fillWidth: true; Layout.fillHeight: true }
                Badge { Layout.fillWidth: true; visible: text !== ""; tone: "wait"; iconName: "wifi-off"; text: Board.cut_off }
                Badge { Layout.fillWidth: true; visible: Board.silent; iconName: "volume-x"; text: qsTr("没有声音，请看屏幕") }
            }
        }
    }
}
