import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// What becomes of a low rating, and where to call.
Card {
    spacing: Theme.padRow
    FactRow { iconName: "phone-call"; text: qsTr("打您取号时留的电话。"); visible: SlipRating.left === "" }
    FactRow { iconName: "pencil"; text: qsTr("没留过，或者换了号，请现在留一个。"); visible: SlipRating.left === "" }
    FactRow { iconName: "check"; text: SlipRating.left }
    FactRow { iconName: "shield-check"; text: qsTr("只用来跟您联系这一件事，办完就删。"); visible: !Theme.large }
    Item { Layout.fillHeight: true }
    OutlineButton { Layout.fillWidth: true; Layout.minimumHeight: 144 * Theme.u; visible: SlipRating.left === ""; iconName: "phone"; text: qsTr("留个电话"); onClicked: SlipRating.wish_to_be_called() }
}
