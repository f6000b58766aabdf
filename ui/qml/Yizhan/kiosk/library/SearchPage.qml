pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Which book? Every key is answered.
ServicePage {
    id: page
    property string heard

    // Leaving the field makes the keyboard put its first word there; what was typed stays what is looked for.
    function listen() {
        if (field.input.activeFocus) Library.type(heard)
        else field.input.text = Library.text
    }

    name: "library.search"
    service: "library"
    title: qsTr("找哪本书？")
    sub: qsTr("打拼音首字母就能找")
    form: true
    spacing: Theme.padRow
    onEntered: {
        Library.load()
        if (Library.text === "" && !Library.filtered) field.input.forceActiveFocus()
    }

    InputField {
        id: field
        Layout.fillWidth: true
        iconName: "search"
        placeholder: qsTr("书名、作者，如 sgyy")
        trailing: Library.browsing && Theme.large ? "" : Library.words
        enterWords: qsTr("搜索")
        maximum: 60
        onEdited: text => { page.heard = text; Qt.callLater(page.listen) }
        onAccepted: field.input.focus = false
        // the big key first makes text of the letters: they were looked for already, so one press is enough
        input.onTextChanged: if (input.activeFocus && input.text !== "" && input.text === Library.text) field.input.focus = false
    }
    Flow {
        visible: !Theme.large || Theme.keyboardHeight === 0
        Layout.fillWidth: true
        spacing: Theme.gap
        Layout.topMargin: -8 * Theme.u
        Layout.bottomMargin: -12 * Theme.u
        Chip { visible: Library.main_class === ""; text: qsTr("按类找"); focusPolicy: Qt.NoFocus; onClicked: Shell.open("kiosk/library/ClassesPage.qml") }
        Chip { visible: Library.main_class !== ""; text: Library.main_class; focusPolicy: Qt.NoFocus; checked: true; onClicked: Library.choose_class("") }
        Chip { text: qsTr("在架"); focusPolicy: Qt.NoFocus; checked: Library.only_in; onClicked: Library.only_on_shelf(!Library.only_in) }
        Chip { visible: Library.has_large_print; text: qsTr("大字"); focusPolicy: Qt.NoFocus; checked: Library.large_print; onClicked: Library.only_large_print(!Library.large_print) }
        Chip { visible: Library.has_children; text: qsTr("少儿"); focusPolicy: Qt.NoFocus; checked: Library.children; onClicked: Library.only_children(!Library.children) }
        Repeater {
            model: Theme.large ? [] : Library.places
            Chip {
                required property var modelData
                text: modelData.name
                focusPolicy: Qt.NoFocus
                checked: Library.location === modelData.code
                onClicked: Library.choose_location(modelData.code)
            }
        }
        TouchButton {
            visible: Library.filtered && !Shell.english && !Theme.large
            focusPolicy: Qt.NoFocus
            implicitHeight: Theme.touch
            implicitWidth: Theme.touch
            fill: "transparent"
            text: qsTr("清空筛选")
            contentItem: Item { Icon { anchors.centerIn: parent; name: "x"; color: Theme.accent } }
            onClicked: Library.clear_filters()
        }
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapTile
        visible: Library.empty
        iconName: "search-x"
        text: qsTr("没有找到这样的书")
        sub: Library.filtered ? qsTr("去掉筛选再看看。") : qsTr("少打几个字，或打拼音首字母。")
        action: Library.filtered ? qsTr("看全部的") : ""
        onActed: Library.clear_filters()
    }
    Item { Layout.fillHeight: true; visible: Library.empty }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !Library.empty
        clip: true
        spacing: Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0 // rows made ahead are not cancelled well when the model is reset
        model: Library.titles
        onMovementStarted: if (Theme.keyboardHeight > 0) field.input.focus = false
        onAtYEndChanged: if (atYEnd) Library.more()
        delegate: BookRow { width: list.width; onClicked: BookTitle.open(model.id) }
        ListFade { visible: !list.atYEnd }
    }
}
