import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Returned: where to put them.
DonePage {
    name: "library.returned"
    title: qsTr("还书")
    sub: Returning.counter
    outcome: Returning.held > 0 ? "caution" : "success"
    panelTitle: qsTr("还好了")
    panelSub: Returning.summary
    books: Returning.books
    actions: PrimaryButton { Layout.fillWidth: true; text: qsTr("完成"); onClicked: Shell.wipe() }
}
