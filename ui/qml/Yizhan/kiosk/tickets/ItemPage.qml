pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// One errand: what to bring, how long, how; then the number.
ServicePage {
    id: page
    readonly property bool calm: Tickets.refused === ""

    name: "tickets.item"
    service: "tickets"
    title: Tickets.item_name
    sub: Theme.large ? Tickets.facts : Shell.english ? "" : Tickets.area_name
    spacing: (Theme.large ? 20 : 24) * Theme.u
    onEntered: Tickets.look_at_queue()

    ErrorCard {
        Layout.fillWidth: true
        visible: !page.calm
        title: Tickets.refused
        advice: Tickets.refused_advice
        action: Tickets.refused_action
        onActed: Tickets.act_on_refusal()
    }
    RowLayout {
        visible: !Theme.large
        Layout.fillHeight: false
        spacing: 24 * Theme.u
        Fact {
            Layout.fillHeight: true
            iconName: Tickets.mode !== "counter" ? "phone-call" : Tickets.closed === "" ? "users" : "moon"
            text: Tickets.ahead
            sub: Tickets.wait
        }
        Fact {
            Layout.fillHeight: true
            iconName: "calendar-check"
            text: Tickets.promised
            sub: Tickets.due
        }
    }
    MaterialsCard { Layout.fillWidth: true }
    NoticeBar { Layout.fillWidth: true; visible: Tickets.guide !== "" && !Theme.large; iconName: "info"; text: Tickets.guide }
    ColumnLayout {
        visible: Tickets.several_modes && page.calm && !Theme.large
        spacing: Theme.gap
        Words { visible: !Shell.english; text: qsTr("怎么办？"); font { pixelSize: Theme.textButton; bold: true } }
        RowLayout {
            spacing: Theme.gap
            Repeater {
                model: Tickets.modes
                ModeButton {
                    required property var model
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 100
                    iconName: model.icon
                    text: model.name
                    sub: model.about
                    checked: model.code === Tickets.mode
                    onClicked: Tickets.choose_mode(model.code)
                }
            }
        }
    }
    ListRow {
        Layout.fillWidth: true
        visible: Tickets.several_modes && page.calm && Theme.large
        iconName: "refresh-cw"
        text: Tickets.mode_name
        sub: qsTr("换一种办法")
        onClicked: Shell.open("kiosk/tickets/ModePage.qml")
    }
    LabelSwitch {
        Layout.fillWidth: true
        visible: page.calm
        iconName: "accessibility"
        text: qsTr("70岁以上·行动不便")
        sub: Theme.large ? "" : qsTr("打开后优先叫您的号")
        checked: Tickets.priority
        onToggled: Tickets.set_priority(checked)
    }
    OutlineButton {
        Layout.fillWidth: true
        visible: Tickets.form_words !== "" && page.calm && !(Theme.large && Tickets.several_modes)
        iconName: "pencil"
        text: Tickets.form_words
        onClicked: TicketForm.open()
    }
    NoticeBar { Layout.fillWidth: true; visible: Tickets.guide !== "" && Theme.large; iconName: "info"; text: Tickets.guide }
    Item { Layout.fillHeight: true }

    actions: PrimaryButton {
        Layout.fillWidth: true
        Layout.minimumHeight: (Theme.large ? 184 : 144) * Theme.u
        visible: page.calm
        textSize: (Theme.large ? 84 : 60) * Theme.u
        text: Tickets.taking ? qsTr("正在取号…") : Tickets.mode === "counter" ? qsTr("取号") : qsTr("下一步")
        enabled: Tickets.can_take
        reason: Tickets.closed_short
        busy: Tickets.taking
        onClicked: Tickets.take()
    }
    AgainDialog { parent: page }
}
