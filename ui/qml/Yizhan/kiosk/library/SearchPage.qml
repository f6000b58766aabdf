pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Which book? Every key is answered.
ServicePage {
    id: page
    name: "library.search"
    service: "library"
    title: qsTr("找哪本书？")
    sub: qsTr("打拼音首字母就能找")
    form: true
    spacing: Theme.padRow
    onEntered: {
        Library.load()
        if (Library.text === "") field.input.forceActiveFocus()
    }

    InputField {
        id: field
        Layout.fillWidth: true
        iconName: "search"
        placeholder: qsTr("书名、作者，如 sgyy")
        trailing: Library.browsing && Theme.large ? "" : Library.words
        enterWords: qsTr("搜索")
        maximum: 60
        onEdited: text => Library.type(text)
        onAccepted: page.forceActiveFocus()
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
        Layout.topMargin: -8 * Theme.u
        Layout.bottomMargin: -12 * Theme.u
        Chip { text: qsTr("在架"); checked: Library.only_in; onClicked: Library.only_on_shelf(!Library.only_in) }
        Repeater {
            model: Theme.large ? [] : Library.places
            Chip {
                required property var modelData
                text: modelData.name
                checked: Library.location === modelData.code
                onClicked: Library.choose_location(modelData.code)
            }
        }
        TouchButton {
            visible: Library.filtered
            implicitHeight: Theme.touch
            leftPadding: 16 * Theme.u
            rightPadding: 16 * Theme.u
            fill: "transparent"
            ink: Theme.accent
            textSize: Theme.textSmall
            iconName: Theme.large ? "" : "x"
            text: qsTr("清空筛选")
            onClicked: Library.clear_filters()
        }
    }
    EmptyState {
        Layout.fillWidth: true
        visible: Library.empty
        iconName: "search-x"
        text: qsTr("没有找到这样的书")
        sub: Library.filtered ? qsTr("去掉筛选再看看。") : qsTr("少打几个字，或打拼音首字母，比如 sgyy。")
        action: Library.filtered ? qsTr("看全部的") : ""
        onActed: Library.clear_filters()
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !Library.empty
        clip: true
        spacing: Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        model: Library.titles
        onMovementStarted: if (Theme.keyboardHeight > 0) page.forceActiveFocus()
        onAtYEndChanged: if (atYEnd) Library.more()
        delegate: BookRow { width: list.width; onClicked: BookTitle.open(model.id) }
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            visible: !list.atYEnd
            height: 56 * Theme.u
            gradient: Gradient {
                GradientStop { position: 0; color: "#00FBF7F0" }
                GradientStop { position: 1; color: Theme.paper }
            }
        }
    }
}
