pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// F1: the keys that work everywhere, and those of the open page.
FloatingDialog {
    id: dialog
    signal closed()
    readonly property var everywhere: [
        ["F9", qsTr("叫下一位")], ["F10", qsTr("开始办，办结")], ["F6", qsTr("过号，挂起")], ["F5", qsTr("再叫一遍")],
        ["F8", qsTr("去帮忙")], ["F7", qsTr("看出了什么岔子")], ["/", qsTr("找")], ["Ctrl + 1…9", qsTr("换页")],
        ["Ctrl + Z", qsTr("撤销")], ["Ctrl + L", qsTr("锁屏")]
    ]
    readonly property var ofPage: ({
        today: [["↑ ↓", qsTr("选一件申请")], ["Y", qsTr("同意")], ["R", qsTr("拒绝")]],
        counter: [["N", qsTr("新建工单")], ["↑ ↓", qsTr("上一条，下一条")]],
        requests: [["↑ ↓", qsTr("选一件申请")], ["Y", qsTr("同意")], ["R", qsTr("拒绝")], ["N", qsTr("新预约")], ["B", qsTr("占用房间")], ["PgUp PgDn", qsTr("前后一周")], ["T", qsTr("回到这一周")], ["↵", qsTr("进这个房间")]],
        told: [["Y", qsTr("已告知")], ["N", qsTr("没打通")], ["P", qsTr("打印名单")]],
        library: [["Alt + 1…8", qsTr("图书里换栏")], ["F2", qsTr("全部续借，登记赠书")], ["F4", qsTr("下一位读者")], ["F3", qsTr("盘完了")]],
        people: [["N", qsTr("登记居民")], ["O", qsTr("看全名和电话")], ["M", qsTr("合并重复的人")], ["↑ ↓", qsTr("上一条，下一条")]],
        figures: [["← →", qsTr("换一种统计")], ["Ctrl + S", qsTr("统计存成文件")]],
        operators: [["N", qsTr("添加同事")]],
        station: [["Ctrl + PgUp PgDn", qsTr("换一栏设置")], ["Ctrl + ↑ ↓", qsTr("前后挪一问")], ["Ctrl + S", qsTr("存这张表单")]]
    })
    readonly property var keys: everywhere.concat(ofPage[Session.page] ?? [])
    title: qsTr("全部快捷键")
    GridLayout {
        columns: 4
        columnSpacing: 20
        rowSpacing: 12
        Repeater {
            model: dialog.keys.reduce((all, pair) => all.concat(pair), [])
            Words { required property string modelData; required property int index; Layout.fillWidth: true; text: modelData; font.bold: index % 2 === 0; color: index % 2 === 0 ? Theme.ink : Theme.muted }
        }
    }
    DeskButton { Layout.fillWidth: true; text: qsTr("关上"); key: "Esc"; onClicked: dialog.closed() }
}
