import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// Lent: until when.
DonePage {
    name: "library.borrowed"
    title: qsTr("借书")
    sub: Identity.counter
    panelTitle: qsTr("借好了")
    panelSub: Borrowing.summary
    books: Borrowing.books
    actions: [
        OutlineButton { Layout.fillWidth: true; Layout.preferredWidth: 100; text: qsTr("我的借阅"); onClicked: Loans.open() },
        PrimaryButton { Layout.fillWidth: true; Layout.preferredWidth: 100; text: qsTr("完成"); onClicked: Shell.wipe() }
    ]
}
