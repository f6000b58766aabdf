import QtQuick
import Yizhan

// The quiet quarter disc in the corner of a tile; its own corner follows the tile's radius, so there are two drawings.
Icon {
    property bool tall: false
    name: tall ? "corner-tall" : "corner"
    color: Theme.white
    size: (tall ? 380 : 200) * Theme.u
    opacity: 0.06
}
