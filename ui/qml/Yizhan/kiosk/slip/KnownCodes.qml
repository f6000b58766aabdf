import QtQuick
import QtQuick.Layouts
import Yizhan

// What can be held to the scanner here.
Card {
    spacing: (Theme.large ? 24 : 40) * Theme.u
    Words { Layout.fillWidth: true; text: qsTr("这里认得的码"); font { pixelSize: Theme.textTitle; bold: true } }
    Item { Layout.fillHeight: true }
    FactRow { iconName: "ticket"; text: qsTr("取号和预约的小票") }
    FactRow { iconName: "credit-card"; text: qsTr("借阅卡") }
    FactRow { iconName: "scan-barcode"; text: qsTr("书后面的条码") }
    Item { Layout.fillHeight: true }
}
