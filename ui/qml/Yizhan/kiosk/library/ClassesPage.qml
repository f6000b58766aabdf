pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Which kind of book? The main classes of the Chinese Library Classification that have books here.
ServicePage {
    id: page
    name: "library.classes"
    service: "library"
    title: qsTr("看哪一类书？")
    sub: qsTr("中图法分类")
    spacing: Theme.gap
    onEntered: Library.load_classes()

    Repeater {
        model: Library.classes
        ListRow {
            id: row
            required property var model
            Layout.fillWidth: true
            text: row.model.name
            sub: row.model.count
            leading: Rectangle {
                width: (Theme.large ? 128 : 96) * Theme.u
                height: width
                radius: Theme.radiusKey
                color: Theme.accent
                Words { anchors.centerIn: parent; text: row.model.letter; color: Theme.white; font { pixelSize: Theme.textTitle; bold: true } }
            }
            onClicked: { Library.choose_class(row.model.letter); Shell.back() }
        }
    }
    EmptyState {
        Layout.fillWidth: true
        visible: Library.no_classes
        iconName: "library"
        text: qsTr("这里的书还没有分类号")
        sub: qsTr("可以打书名的拼音首字母找。")
    }
    Item { Layout.fillHeight: true }
}
