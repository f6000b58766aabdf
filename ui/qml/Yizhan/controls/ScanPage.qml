import Yizhan

// A page that takes what is held to the scanner itself.
ServicePage {
    signal scanned(string code)
}
