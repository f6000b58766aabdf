pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan

// F1: all keys.
FloatingDialog {
    id: dialog
    signal closed()
    readonly property var keys: [
        ["F9", qsTr("叫下一位")], ["F10", qsTr("开始办，办结")], ["F6", qsTr("过号，挂起")], ["F5", qsTr("再叫一遍")], ["F8", qsTr("去帮忙")], ["F7", qsTr("看出了什么岔子")],
        ["↑ ↓", qsTr("选一件申请")], ["Y", qsTr("同意，已告知")], ["N", qsTr("新建，没打通")], ["P", qsTr("打印名单")], ["R", qsTr("拒绝")], ["B", qsTr("占用房间")], ["T", qsTr("回到这一周")], ["PgUp PgDn", qsTr("前后一周")], ["Ctrl + 1…9", qsTr("换页")], ["Ctrl + L", qsTr("锁屏")],
        ["Ctrl + PgUp PgDn", qsTr("换一栏设置")], ["Ctrl + ↑ ↓", qsTr("前后挪一问")], ["Ctrl + S", qsTr("存这张表单")]
    ]
    title: qsTr("全部快捷键")
    GridLayout {
        columns: 4
        columnSpacing: 20
        rowSpacing: 12
        Repeater {
            model: dialog.keys.reduce((all, pair) => all.concat(pair), [])
            Words { required property string modelData; required property int index; Layout.fillWidth: true; text: modelData; wrapMode: index % 2 === 0 ? Text.NoWrap : Text.Wrap; font.bold: index % 2 === 0; color: index % 2 === 0 ? Theme.ink : Theme.muted }
        }
    }
    DeskButton { Layout.fillWidth: true; text: qsTr("关上"); key: "Esc"; onClicked: dialog.closed() }
}
