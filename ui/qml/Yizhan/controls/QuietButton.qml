import Yizhan

// A second choice, on sunk paper.
TouchButton {
    bold: false
}
