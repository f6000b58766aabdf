pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The chosen question as the kiosk asks it; nothing here can be pressed.
ColumnLayout {
    id: preview
    readonly property var asked: FormEditor.preview
    readonly property string kind: asked.kind ?? ""

    spacing: 8
    Words { text: qsTr("自助机上看到的"); color: Theme.muted }
    Rectangle {
        id: screen
        Layout.fillWidth: true
        Layout.fillHeight: true
        radius: 18
        color: Theme.paper
        border { width: 2; color: Theme.outline }
        clip: true
        ColumnLayout {
            anchors { fill: parent; margins: 2 }
            spacing: 0
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: head.implicitHeight + 28
                topLeftRadius: 16
                topRightRadius: 16
                color: Theme.colorOf("tickets")
                ColumnLayout {
                    id: head
                    anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: 16; rightMargin: 16 }
                    spacing: 2
                    RowLayout {
                        Words { Layout.fillWidth: true; text: FormEditor.title; color: Theme.white }
                        Words { text: preview.asked.step ?? ""; color: Theme.white; wrapMode: Text.NoWrap }
                    }
                    Words { Layout.fillWidth: true; text: preview.asked.label ?? ""; color: Theme.white; font { pixelSize: 26; bold: true } }
                    Words { Layout.fillWidth: true; visible: text !== ""; text: preview.asked.help ?? ""; color: Theme.white }
                }
            }
            Flickable {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.margins: 14
                clip: true
                contentHeight: body.implicitHeight
                interactive: contentHeight > height
                ColumnLayout {
                    id: body
                    width: parent.width
                    spacing: 8
                    Repeater {
                        model: preview.asked.options ?? []
                        Rectangle {
                            id: option
                            required property string modelData
                            Layout.fillWidth: true
                            implicitHeight: Math.max(52, choice.implicitHeight + 16)
                            radius: 12
                            color: Theme.white
                            border { width: 1; color: Theme.outline }
                            Words { id: choice; anchors { fill: parent; margins: 8 } horizontalAlignment: Text.AlignHCenter; text: option.modelData; font { pixelSize: 22; bold: true } }
                        }
                    }
                    Rectangle {
                        Layout.fillWidth: true
                        visible: preview.kind === "number" || preview.kind === "phone" || preview.kind === "date"
                        implicitHeight: 52
                        radius: 12
                        color: Theme.white
                        border { width: 2; color: Theme.colorOf("tickets") }
                        Words { anchors { fill: parent; leftMargin: 12 } text: preview.kind === "phone" ? "138 ____ ____" : preview.kind === "date" ? Shell.date_text : "0"; color: Theme.muted; wrapMode: Text.NoWrap }
                    }
                    GridLayout {
                        Layout.fillWidth: true
                        visible: preview.kind === "number" || preview.kind === "phone"
                        columns: 3
                        columnSpacing: 6
                        rowSpacing: 6
                        Repeater {
                            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "⌫"]
                            Rectangle {
                                id: digit
                                required property string modelData
                                Layout.fillWidth: true
                                Layout.preferredWidth: 1
                                implicitHeight: 40
                                radius: 8
                                color: modelData === "" ? "transparent" : Theme.keyboard
                                Words { anchors.centerIn: parent; text: digit.modelData; font.bold: true }
                            }
                        }
                    }
                    Words { Layout.fillWidth: true; Layout.topMargin: 24; visible: preview.kind === "text"; horizontalAlignment: Text.AlignHCenter; text: qsTr("自助机不问这一题"); color: Theme.muted }
                    Words { Layout.fillWidth: true; Layout.topMargin: 24; visible: preview.kind === ""; horizontalAlignment: Text.AlignHCenter; text: qsTr("取号时什么都不问"); color: Theme.muted }
                }
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.margins: 14
                visible: preview.kind !== "" && preview.kind !== "text"
                implicitHeight: 48
                radius: 12
                color: Theme.sunk
                Words { anchors.centerIn: parent; text: preview.asked.required ? qsTr("到窗口再说") : qsTr("跳过"); font.bold: true }
            }
        }
    }
}
