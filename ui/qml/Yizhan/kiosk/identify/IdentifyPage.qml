pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Who are you? First the card, then its PIN; too many wrong ones, and the desk helps.
ScanPage {
    id: page
    readonly property bool watched: Lens.ready && !asksPin && !stopped && !Theme.large   // 长辈版 has no room beside its keys
    readonly property bool asksPin: Identity.step === "pin"
    readonly property bool stopped: Identity.step === "stopped"

    name: "identify." + Identity.step
    service: Identity.service
    title: stopped ? qsTr("这张卡现在用不了") : asksPin ? qsTr("您的密码？") : qsTr("您的卡号？")
    sub: stopped ? "" : asksPin ? qsTr("4 位数字，别人看不到") : Scanners.away ? qsTr("扫码器没连上，请输入卡号") : qsTr("刷卡，或输入 10 位数字")
    form: true
    onBack: Identity.previous()
    onScanned: code => Identity.scan(code)

    ErrorCard {
        Layout.fillWidth: true
        visible: page.stopped
        title: Identity.error
        advice: Identity.advice
        action: qsTr("叫人帮忙")
        onActed: Help.offer()
    }
    OutlineButton { Layout.fillWidth: true; visible: page.stopped; iconName: "credit-card"; text: qsTr("换一张卡"); onClicked: Identity.other_card() }
    NoticeBar {
        Layout.fillWidth: true
        visible: !page.asksPin && !page.stopped && !Theme.large
        iconName: "credit-card"
        text: Borrowing.holding !== "" ? qsTr("借《%1》要先刷卡。没有卡？请到服务台。").arg(Borrowing.holding) : qsTr("没有卡？请到服务台，几分钟就办好。")
    }
    DigitField {
        Layout.fillWidth: true
        visible: !page.stopped
        label: page.asksPin ? qsTr("密码") : qsTr("卡号")
        placeholder: qsTr("按下面的数字")
        value: page.asksPin ? Identity.pin : Identity.digits
        groups: page.asksPin ? [] : [3, 3, 4]
        hidden: page.asksPin
        error: [Identity.error, Theme.large ? "" : Identity.advice].filter(part => part !== "").join("\n")
    }
    NumberPad {
        Layout.fillWidth: true
        visible: !page.stopped
        keyHeight: (Theme.large ? 168 : page.watched ? 132 : 192) * Theme.u
        value: page.asksPin ? Identity.pin : Identity.digits
        maximum: page.asksPin ? 4 : 10
        onEdited: value => Identity.type_digits(value)
    }
    NoticeBar { Layout.fillWidth: true; visible: page.asksPin && Identity.error === "" && !Theme.large; iconName: "shield-check"; text: qsTr("用完按“结束并清除”，下一位看不到您的借阅。") }
    Words { Layout.fillWidth: true; visible: Theme.large && !page.asksPin && !page.stopped && Identity.error === ""; horizontalAlignment: Text.AlignHCenter; text: Borrowing.holding !== "" ? qsTr("借《%1》，请先刷卡。").arg(Borrowing.holding) : qsTr("没有卡？请到服务台。"); color: Borrowing.holding !== "" ? Theme.ink : Theme.muted }
    CameraView { Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredHeight: 336 * Theme.u; visible: page.watched }
    Item { Layout.fillHeight: true; visible: !page.watched }
    actions: PrimaryButton {
        Layout.fillWidth: true
        implicitHeight: (Theme.large ? 184 : 144) * Theme.u
        visible: !page.stopped
        focusPolicy: Qt.NoFocus
        text: page.asksPin ? qsTr("确定") : qsTr("下一步")
        enabled: Identity.complete && !Identity.busy
        reason: page.asksPin ? qsTr("密码是 4 位数字") : qsTr("卡号是 10 位数字")
        busy: Identity.busy
        onClicked: Identity.go_on()
    }
}
