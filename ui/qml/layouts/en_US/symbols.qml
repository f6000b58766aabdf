import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

// Digits and the few signs that names, times and addresses need.
KeyboardLayout {
    keyWeight: 106
    KeyboardRow {
        Key { text: "1" }
        Key { text: "2" }
        Key { text: "3" }
        Key { text: "4" }
        Key { text: "5" }
        Key { text: "6" }
        Key { text: "7" }
        Key { text: "8" }
        Key { text: "9" }
        Key { text: "0" }
    }
    KeyboardRow {
        FillerKey { weight: 53 }
        Key { text: "-" }
        Key { text: "/" }
        Key { text: ":" }
        Key { text: ";" }
        Key { text: "(" }
        Key { text: ")" }
        Key { text: "@" }
        Key { text: "&" }
        Key { text: "+" }
        FillerKey { weight: 53 }
    }
    KeyboardRow {
        FillerKey { weight: 159 }
        Key { text: "," }
        Key { text: "." }
        Key { text: "?" }
        Key { text: "!" }
        Key { text: "'" }
        Key { text: "\"" }
        FillerKey { weight: 106 }
        BackspaceKey { weight: 159 }
    }
    KeyboardRow {
        SymbolModeKey { weight: 318; displayText: "ABC" }
        SpaceKey { weight: 480 }
        EnterKey { weight: 262 }
    }
}
