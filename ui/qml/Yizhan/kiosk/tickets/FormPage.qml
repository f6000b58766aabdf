pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One question of the small form; every one may be skipped.
ServicePage {
    id: page
    readonly property bool digits: TicketForm.kind === "number" || TicketForm.kind === "phone"
    readonly property bool dated: TicketForm.kind === "date"

    name: "tickets.form"
    service: "tickets"
    title: TicketForm.label
    sub: Tickets.item_name
    step: TicketForm.step
    form: true
    onBack: TicketForm.previous()

    Words { Layout.fillWidth: true; visible: text !== ""; text: TicketForm.help; color: Theme.muted }
    Repeater {
        model: TicketForm.options
        ChoiceButton {
            required property var model
            text: model.name
            checked: model.code === TicketForm.value
            onClicked: TicketForm.choose(model.code)
        }
    }
    MoreButton { text: TicketForm.more; onClicked: TicketForm.turn() }
    DigitField {
        Layout.fillWidth: true
        visible: page.digits
        label: TicketForm.kind === "phone" ? qsTr("手机号") : qsTr("数字")
        placeholder: qsTr("按下面的数字")
        value: TicketForm.value
        error: TicketForm.error
        groups: TicketForm.kind === "phone" ? [3, 4, 4] : []
    }
    NumberPad {
        Layout.fillWidth: true
        visible: page.digits
        keyHeight: (Theme.large ? 184 : 216) * Theme.u
        value: TicketForm.value
        maximum: TicketForm.kind === "phone" ? 11 : TicketForm.digits
        onEdited: value => TicketForm.type(value)
    }
    Words {
        Layout.fillWidth: true
        visible: page.dated
        horizontalAlignment: Text.AlignHCenter
        text: TicketForm.day_text
        color: Theme.accent
        font { pixelSize: Theme.textTile; bold: true }
    }
    DayStepper { visible: page.dated; unit: qsTr("年"); value: TicketForm.year; from: TicketForm.this_year - 90; to: TicketForm.this_year + 2; onEdited: value => TicketForm.set_day(value, TicketForm.month, TicketForm.day) }
    DayStepper { visible: page.dated; unit: qsTr("月"); value: TicketForm.month; from: 1; to: 12; onEdited: value => TicketForm.set_day(TicketForm.year, value, TicketForm.day) }
    DayStepper { visible: page.dated; unit: qsTr("号"); value: TicketForm.day; from: 1; to: TicketForm.last_day; onEdited: value => TicketForm.set_day(TicketForm.year, TicketForm.month, value) }
    Item { Layout.fillHeight: true }

    actions: [
        QuietButton { Layout.fillWidth: true; Layout.preferredWidth: 100; text: TicketForm.required ? qsTr("到窗口再说") : qsTr("跳过"); onClicked: TicketForm.skip() },
        PrimaryButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 160
            visible: page.digits || page.dated
            text: qsTr("填好了")
            enabled: TicketForm.good
            onClicked: TicketForm.confirm()
        }
    ]
}
