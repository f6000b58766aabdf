pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// A book in the hand: scanned, or its number typed. What was done stands below, newest first.
ScanPage {
    id: page
    required property string digits
    required property bool complete
    required property string trouble
    required property string advice
    required property string tone
    required property var choices
    required property var books
    required property int count
    required property bool working
    required property string deed        // the button's words
    property string hint
    property bool warning: false         // the hint is one
    readonly property bool stopped: Theme.large && trouble !== ""   // 长辈版 reads what is wrong before it goes on
    signal typed(string digits)
    signal handed()
    signal chosen(string number)
    signal finished()

    service: "library"
    form: true
    spacing: Theme.padRow

    NoticeBar { Layout.fillWidth: true; visible: text !== "" && page.trouble === ""; iconName: page.warning ? "triangle-alert" : "map-pin"; text: page.hint }
    DigitField {
        Layout.fillWidth: true
        visible: !page.stopped
        label: qsTr("书背后的馆藏号（7 位）或 ISBN")
        placeholder: Scanners.away ? qsTr("按下面的数字") : qsTr("扫条码，或按数字")
        value: page.digits
        groups: page.digits.length > 7 ? [3, 4, 6] : [7]
        prefix: page.digits !== "" && page.digits.length <= 7 ? "S" : ""
    }
    NumberPad {
        Layout.fillWidth: true
        visible: !page.stopped
        keyHeight: (Theme.large ? 144 : 132) * Theme.u
        value: page.digits
        maximum: 13
        onEdited: value => page.typed(value)
    }
    DeskTrouble { visible: page.trouble !== ""; title: page.trouble; advice: page.advice; tone: page.tone; choices: page.choices; onChosen: number => page.chosen(number) }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: page.count === 0 && page.trouble === "" && (page.hint === "" || !Theme.large)
        spacing: Theme.gap
        Item { Layout.fillHeight: true }
        Icon { Layout.alignment: Qt.AlignHCenter; name: Scanners.away ? "keyboard" : "scan-barcode"; color: Theme.accent; size: (Theme.large ? 96 : 152) * Theme.u; visible: !Theme.large }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; text: Scanners.away ? qsTr("扫码器没连上，请输入号码") : qsTr("把书的条码对准扫码窗"); font { pixelSize: Theme.textButton; bold: true } }
        Words { Layout.fillWidth: true; horizontalAlignment: Text.AlignHCenter; visible: !Theme.large; text: Scanners.away ? qsTr("号码在书背后，7 位数字") : qsTr("扫不到，就按书背后的 7 位数字"); color: Theme.muted; font.pixelSize: Theme.textSmall }
        Item { Layout.fillHeight: true }
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: page.count > 0
        clip: true
        spacing: Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        model: page.books
        delegate: BookLine { width: list.width }
        ListFade { visible: !list.atYEnd }
    }
    Item { Layout.fillHeight: true; visible: page.count === 0 && page.trouble !== "" }
    actions: [
        OutlineButton {
            readonly property bool next: page.digits === "" && !page.stopped
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            implicitHeight: (Theme.large ? 168 : 144) * Theme.u
            visible: page.count > 0
            focusPolicy: Qt.NoFocus
            fill: next ? Theme.accent : Theme.white
            ink: next ? Theme.white : Theme.accent
            text: qsTr("完成")
            onClicked: page.finished()
        },
        PrimaryButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            implicitHeight: (Theme.large ? 168 : 144) * Theme.u
            focusPolicy: Qt.NoFocus
            text: page.stopped ? qsTr("换一本") : page.deed
            enabled: page.complete || page.stopped
            reason: Theme.large ? "" : page.count > 0 ? qsTr("先输入数字") : Scanners.away ? qsTr("先输入 7 位数字") : qsTr("先扫码，或输入 7 位数字")
            busy: page.working
            onClicked: page.stopped ? page.typed("") : page.handed()
        }
    ]
}
