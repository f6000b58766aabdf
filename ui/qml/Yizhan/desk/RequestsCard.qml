pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Requests for rooms that wait for a decision; the chosen one answers to the keys.
DeskCard {
    id: card
    title: qsTr("等您决定")
    spacing: 10
    head: [
        CountDisc { count: Requests.size },
        Item { implicitWidth: 8 },
        KeyCap { key: "↑"; visible: Requests.size > 1 },
        KeyCap { key: "↓"; visible: Requests.size > 1 }
    ]
    Trouble { Layout.fillWidth: true; text: Requests.problem }
    RowLayout {
        visible: Requests.told !== "" && Requests.problem === ""
        spacing: 8
        Icon { name: "circle-check"; color: Theme.good; size: Theme.iconSmall }
        Words { Layout.fillWidth: true; text: Requests.told; color: Theme.good; font.bold: true }
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: 8
        model: Requests.rows
        currentIndex: Requests.chosen
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        delegate: RequestItem { width: ListView.view.width; selected: index === Requests.chosen }
        ColumnLayout {
            anchors.centerIn: parent
            visible: Requests.size === 0
            Icon { Layout.alignment: Qt.AlignHCenter; name: "check-check"; size: 48; color: Theme.muted }
            Words { text: qsTr("都定好了"); color: Theme.muted }
        }
    }
}
