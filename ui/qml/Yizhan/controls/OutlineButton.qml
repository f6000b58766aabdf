import Yizhan

// A choice among equals: white with an outline in the given ink.
TouchButton {
    ink: Theme.accent
    fill: Theme.white
    edge: ink
    edgeWidth: 3 * Theme.u
}
