import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// The count is over: what becomes of what is missing.
FloatingDialog {
    id: dialog
    parent: Window.contentItem
    open: Stocktaking.asking
    title: qsTr("盘点完成？")
    text: Stocktaking.missing > 0 ? qsTr("还有 %1 册没有扫到。").arg(Stocktaking.missing) : qsTr("一册不少。")
    Shortcut { sequence: "Esc"; enabled: dialog.open; onActivated: Stocktaking.go_back() }
    DeskButton { Layout.fillWidth: true; implicitHeight: 44; visible: Stocktaking.missing > 0; text: qsTr("记下，没扫到的记为遗失"); fill: Theme.error; onClicked: Stocktaking.finish(true) }
    DeskButton { Layout.fillWidth: true; implicitHeight: 44; text: Stocktaking.missing > 0 ? qsTr("记下，没扫到的再找找") : qsTr("记下"); fill: Theme.good; onClicked: Stocktaking.finish(false) }
    DeskButton { Layout.fillWidth: true; implicitHeight: 44; text: qsTr("接着扫"); key: "Esc"; onClicked: Stocktaking.go_back() }
}
