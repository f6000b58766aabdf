import QtQuick
import QtQuick.Templates as T
import Yizhan
import Yizhan.Models

// The stack of pages: home at the bottom, others made when they are opened and gone when they are left.
T.StackView {
    id: host
    property string homePage: Shell.large ? "kiosk/ElderHomePage.qml" : "kiosk/HomePage.qml"

    function url(page: string): url { return Qt.resolvedUrl(page.includes(":") ? page : "../" + page) }
    function front() { (currentItem as BasePage)?.entered() }
    function start() { clear(T.StackView.Immediate); pushItem(url(homePage), {}, T.StackView.Immediate) }
    function goHome() { depth > 1 ? popToIndex(0) : front() }
    function goBack() { depth > 2 ? popCurrentItem() : Shell.home() }
    function hear(text: string, page: ScanPage) { page ? page.scanned(text) : Scan.open(text) }

    onHomePageChanged: if (depth === 1) Qt.callLater(start)
    onCurrentItemChanged: front()

    Connections {
        target: Shell
        function onOpened(page) { host.pushItem(host.url(page)) }
        function onReplaced(page) { host.replaceCurrentItem(host.url(page)) }
        function onFinished(page) { host.depth > 1 ? host.replace(host.get(1), host.url(page)) : host.pushItem(host.url(page)) }
        function onWent_back() { host.goBack() }
        function onWent_home() { host.goHome() }
    }

    Connections {
        target: Scan
        function onHeard(text) { host.hear(text, host.currentItem as ScanPage) }
    }

    component Fade: NumberAnimation { property: "opacity"; duration: Theme.pageTime; easing.type: Easing.OutCubic }
    component Slide: NumberAnimation { property: "x"; duration: Theme.pageTime; easing.type: Easing.OutCubic }
    pushEnter: Transition { Fade { from: 0; to: 1 } Slide { from: Theme.slide; to: 0 } }
    pushExit: Transition { Fade { from: 1; to: 0 } }
    popEnter: Transition { Fade { from: 0; to: 1 } Slide { from: -Theme.slide; to: 0 } }
    popExit: Transition { Fade { from: 1; to: 0 } }
    replaceEnter: Transition { Fade { from: 0; to: 1 } Slide { from: Theme.slide; to: 0 } }
    replaceExit: Transition { Fade { from: 1; to: 0 } }
}
