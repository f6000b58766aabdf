import Yizhan

// The one thing to do next.
TouchButton {
    fill: Theme.accent
    ink: Theme.white
}
