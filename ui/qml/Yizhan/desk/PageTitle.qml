import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The page's name with the day, and who works here, with the clock.
RowLayout {
    id: line
    required property string title
    property string sub
    property bool finds: false
    default property alias content: more.data

    spacing: 16
    Words { text: line.title; font { pixelSize: Theme.textQuestion; bold: true } }
    Words { visible: line.sub !== ""; text: line.sub; color: Theme.muted; wrapMode: Text.NoWrap; elide: Text.ElideRight }
    Item { Layout.fillWidth: true; visible: line.finds }
    RowLayout { id: more; spacing: 8 }
    Item { Layout.fillWidth: true; visible: !line.finds }
    Words { text: Session.name + " · " + Session.role_words; wrapMode: Text.NoWrap }
    Words { text: Shell.clock_text; font { pixelSize: Theme.textQuestion; bold: true } }
}
