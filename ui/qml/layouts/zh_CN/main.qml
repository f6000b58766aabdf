import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

// Pinyin letters.
KeyboardLayout {
    function createInputMethod() { return Qt.createQmlObject('import QtQuick; import QtQuick.VirtualKeyboard.Plugins; PinyinInputMethod {}', parent, "pinyin") }
    sharedLayouts: ["symbols"]
    inputMode: InputEngine.InputMode.Pinyin
    keyWeight: 106
    KeyboardRow {
        Key { text: "q" }
        Key { text: "w" }
        Key { text: "e" }
        Key { text: "r" }
        Key { text: "t" }
        Key { text: "y" }
        Key { text: "u" }
        Key { text: "i" }
        Key { text: "o" }
        Key { text: "p" }
    }
    KeyboardRow {
        FillerKey { weight: 53 }
        Key { text: "a" }
        Key { text: "s" }
        Key { text: "d" }
        Key { text: "f" }
        Key { text: "g" }
        Key { text: "h" }
        Key { text: "j" }
        Key { text: "k" }
        Key { text: "l" }
        FillerKey { weight: 53 }
    }
    KeyboardRow {
        ShiftKey { weight: 159 }
        Key { text: "z" }
        Key { text: "x" }
        Key { text: "c" }
        Key { text: "v" }
        Key { text: "b" }
        Key { text: "n" }
        Key { text: "m" }
        BackspaceKey { weight: 159 }
    }
    KeyboardRow {
        SymbolModeKey { weight: 159; displayText: "123" }
        Key { weight: 159; functionKey: true; noKeyEvent: true; showPreview: false; displayText: "中 / 英"; onClicked: keyboard.changeInputLanguage(false) } // qmllint disable unqualified
        SpaceKey { weight: 480 }
        EnterKey { weight: 262 }
    }
}
