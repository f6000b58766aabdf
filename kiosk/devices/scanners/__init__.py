"""Scanners: as a keyboard (wedge), on a serial line, taken from Linux for us alone (evdev), simulated."""
