import QtQuick

// What the page host needs of a page: to tell it that it has come to the front.
FocusScope {
    signal entered()
}
