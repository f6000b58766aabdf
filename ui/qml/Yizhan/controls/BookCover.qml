import QtQuick
import Yizhan

// A cover for books that have no picture: colour by the title's hash, first four characters in two rows.
Rectangle {
    id: cover
    objectName: "bookCover"
    required property string title
    property real size: 152 * Theme.u
    readonly property list<string> letters: Array.from(title.replace(/[\s《》（）()：:·,，.。]/g, "")).slice(0, 4)

    function hashed(): int {
        let sum = 7
        for (const letter of title) sum = (sum * 31 + letter.codePointAt(0)) % 1000003
        return sum % Theme.coverColors.length
    }

    implicitWidth: size * 116 / 152
    implicitHeight: size
    radius: 10 * Theme.u
    color: Theme.coverColors[hashed()]
    Accessible.ignored: true
    Rectangle { width: 14 * cover.size / 152; height: parent.height; radius: cover.radius; color: Theme.dark(cover.color) }
    Rectangle { x: 24 * cover.size / 152; y: 12 * cover.size / 152; width: parent.width - 2 * x + 8 * Theme.u; height: Theme.hair; color: "#66FFFFFF" }
    Rectangle { x: 24 * cover.size / 152; y: parent.height - 12 * cover.size / 152; width: parent.width - 2 * x + 8 * Theme.u; height: Theme.hair; color: "#66FFFFFF" }
    Text {
        anchors { fill: parent; leftMargin: 14 * cover.size / 152 }
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: cover.letters.slice(0, 2).join("") + (cover.letters.length > 2 ? "\n" + cover.letters.slice(2).join("") : "")
        textFormat: Text.PlainText
        color: Theme.white
        lineHeight: 0.9
        font { pixelSize: 38 * cover.size / 152; bold: true }
    }
}
