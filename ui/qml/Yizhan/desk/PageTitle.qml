import QtQuick
import QtQuick.Layouts
import Yizhan
import Yizhan.Models

// The page's name with the day, and who works here, with the clock.
RowLayout {
    id: line
    required property string title
    property string sub
    default property alias content: more.data

    spacing: 16
    Words { text: line.title; font { pixelSize: Theme.textQuestion; bold: true } }
    RowLayout { id: more; spacing: 8 }
    Words { Layout.fillWidth: true; text: line.sub; color: Theme.muted; wrapMode: Text.NoWrap; elide: Text.ElideRight }
    Words { text: Session.name + " · " + Session.role_words; wrapMode: Text.NoWrap }
    Words { text: Shell.clock_text; font { pixelSize: Theme.textQuestion; bold: true } }
}
