pragma Singleton
import QtQuick
import Yizhan

// The colours of what is in a room, the same in cells, bars and lists.
QtObject {
    readonly property var fills: ({ free: Theme.white, day: Theme.white, past: Theme.paper, closed: Theme.disabledFill, wait: Theme.waitFill, good: Theme.goodFill, used: Theme.good, done: Theme.sunk, error: Theme.errorFill, "class": "#E3EFF1", block: Theme.sunk })
    readonly property var inks: ({ wait: Theme.wait, good: Theme.good, used: Theme.white, error: Theme.error, "class": "#00525C", past: Theme.muted, closed: Theme.muted, done: Theme.muted })
    readonly property var bars: ({ free: Theme.white, past: Theme.rail, closed: Theme.disabledFill, wait: Theme.caution, good: Theme.good, used: Theme.good, done: Theme.usual, error: Theme.error, "class": "#00525C", block: Theme.outline })
    function fill(tone) { return fills[tone] ?? Theme.white }
    function ink(tone) { return inks[tone] ?? Theme.ink }
    function bar(tone) { return bars[tone] ?? Theme.white }
}
