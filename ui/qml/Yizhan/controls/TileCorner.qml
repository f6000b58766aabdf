import QtQuick
import Yizhan

// The quiet quarter disc in the corner of a tile; its own corner follows the tile's radius.
Icon {
    name: "corner"
    color: Theme.white
    size: 200 * Theme.u
    opacity: 0.08
}
