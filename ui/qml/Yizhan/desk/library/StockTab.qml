pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models
import ".."

// Stocktaking: choose a place, scan what stands there, set right what is not, record it.
Item {
    id: tab
    RowLayout {
        anchors.fill: parent
        spacing: 16
        visible: !Stocktaking.running
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: qsTr("盘哪里")
            fact: qsTr("选一处，开始扫")
            ListView {
                id: places
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: Stocktaking.places
                spacing: 6
                delegate: BookOffer { required property int index; required property var modelData; width: ListView.view.width - 16; offer: modelData; onClicked: Stocktaking.begin(index) }
                Words { anchors.centerIn: parent; visible: places.count === 0; text: qsTr("还没有书"); color: Theme.muted }
                ScrollMark { list: places }
            }
        }
        DeskCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: qsTr("盘过的")
            DetailPane { Layout.fillWidth: true; Layout.fillHeight: true; visible: Stocktaking.past.length > 0; sections: Stocktaking.past }
            Words { Layout.fillWidth: true; Layout.fillHeight: true; visible: Stocktaking.past.length === 0; text: qsTr("还没有盘过"); color: Theme.muted; horizontalAlignment: Text.AlignHCenter }
        }
    }
    CountPane { anchors.fill: parent; visible: Stocktaking.running }
    FinishDialog { }
}
