pragma Singleton
import QtQuick

// Every size and colour of the screens. The kiosk's pictures are 1080 wide: `u` is one of their pixels, 2 u = 1 dp.
// The desk's are 1366 wide and never scaled: its sizes are pixels, `u` makes what lies between them smaller alike.
QtObject {
    id: theme

    property real shortSide: 1080
    property bool desk: false           // the front desk: mouse and keys, nearer to the eye
    property bool large: false          // 长辈版
    property bool calm: false           // the "less motion" setting
    property bool landscape: false      // wider than high: what stands below in the pictures stands beside
    property real pace: 1               // 0 in the tour: animations end at once
    property string service: "tickets"  // whose colour the open page wears
    property real keyboardHeight: 0     // of the open on-screen keyboard

    readonly property real u: desk ? 0.42 : shortSide / 1080
    readonly property bool lessMotion: calm || large
    readonly property color accent: colorOf(service)

    readonly property color paper: "#FBF7F0"
    readonly property color rail: "#F3ECE0"
    readonly property color usual: "#D3C6B1"
    readonly property color card: "#FFFFFF"
    readonly property color sunk: "#EFE6D8"
    readonly property color pressedCard: "#F7F1E7"
    readonly property color keyboard: "#EDE4D5"
    readonly property color functionKey: "#DCCFBA"
    readonly property color keyEdge: "#C4B59C"
    readonly property color ink: "#201A17"
    readonly property color muted: "#55493F"
    readonly property color hairline: "#E4DACB"
    readonly property color outline: "#8C8072"
    readonly property color white: "#FFFFFF"
    readonly property color disabledFill: "#EFE9DF"
    readonly property color good: "#17592B"
    readonly property color goodFill: "#E6F1E8"
    readonly property color wait: "#6B4A00"
    readonly property color waitFill: "#FFF6E3"
    readonly property color waitEdge: "#E3C27A"
    readonly property color error: "#A3161D"
    readonly property color errorFill: "#FDF0EF"
    readonly property color caution: "#FFC95C"
    readonly property color scrim: "#99201A17"
    readonly property var services: ({
        tickets: "#A3161D", rooms: "#17592B", library: "#123F7C", classes: "#00525C",
        wishes: "#8A3B00", canteen: "#6B4A00", health: "#5A1F7A", station: "#201A17"
    })
    readonly property var coverColors: ["#A3161D", "#17592B", "#123F7C", "#00525C", "#8A3B00", "#6B4A00", "#5A1F7A"]

    readonly property real margin: desk ? 24 : 48 * u
    readonly property real homeMargin: 56 * u
    readonly property real gap: desk ? 8 : 16 * u
    readonly property real gapGroup: desk ? 16 : 28 * u
    readonly property real gapTile: 32 * u
    readonly property real pad: desk ? 16 : 40 * u
    readonly property real padRow: desk ? 12 : 24 * u
    readonly property real touch: desk ? 36 : (large ? 144 : 120) * u
    readonly property real buttonHeight: desk ? 44 : (large ? 160 : 128) * u
    readonly property real hair: desk ? 1 : Math.max(1, 2 * u)
    readonly property real radiusTile: 38 * u
    readonly property real radiusPanel: 48 * u
    readonly property real radiusCard: desk ? 14 : 28 * u
    readonly property real radiusButton: desk ? 10 : 28 * u
    readonly property real radiusField: desk ? 10 : 28 * u
    readonly property real radiusKey: 16 * u
    readonly property real radiusDialog: desk ? 18 : 40 * u

    readonly property real textResult: 152 * u
    readonly property real textNumber: desk ? 44 : (large ? 180 : 152) * u
    readonly property real textQuestion: desk ? 30 : (large ? 96 : 54) * u
    readonly property real textTile: (large ? 96 : 60) * u
    readonly property real textTitle: desk ? 21 : (large ? 72 : 50) * u
    readonly property real textBody: desk ? 18 : (large ? 62 : 40) * u
    readonly property real textButton: desk ? 18 : (large ? 68 : 44) * u
    readonly property real textSmall: desk ? 18 : (large ? 60 : 36) * u
    readonly property real iconSmall: desk ? 20 : (large ? 60 : 40) * u
    readonly property real iconBody: desk ? 22 : (large ? 68 : 48) * u
    readonly property real iconTile: 104 * u

    readonly property int pageTime: (lessMotion ? 120 : 240) * pace
    readonly property int panelTime: (lessMotion ? 120 : 180) * pace
    readonly property int pressTime: (lessMotion ? 0 : 120) * pace
    readonly property int lateTime: pace > 0 ? 5000 : 500   // until a wait is explained
    readonly property int listTime: (lessMotion ? 120 : 160) * pace
    readonly property real slide: lessMotion ? 0 : 96 * u
    readonly property real sink: lessMotion ? 1 : 0.98
    readonly property var tabular: ({ "tnum": 1 })

    function colorOf(name: string): color { return services[name] ?? services.station }
    function pressed(fill: color): color { return Qt.colorEqual(fill, white) ? pressedCard : Qt.darker(fill, 1.14) }
    function dark(fill: color): color { return Qt.darker(fill, 1.35) }
}
