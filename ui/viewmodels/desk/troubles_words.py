"""What went wrong, in words: a few for the strip, and what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.commands import records
from kiosk.domain.watch import Trouble, What
from ui.viewmodels.days import clock_words, relative_day
from ui.viewmodels.desk.rows import lasting
from ui.viewmodels.explained_words import told_row
from ui.viewmodels.sentences import language, sentence
from ui.words import say


@dataclass(frozen=True, slots=True)
class Told:
    """`short` stands on the strip, `title` and `text` in the dialog; `section` of the station's settings has the answer."""

    icon: str
    short: str
    title: str = ""
    text: str = ""
    section: str = ""


def words_of(trouble: Trouble, now: datetime) -> Told:
    return _WORDS[trouble.what](trouble, now)


def lines_of(one: records.Unheard) -> list[dict[str, Any]]:
    """Whose it was, what had been said, why it did not work out, what can be done now."""
    row = told_row(one.about, language() == "en")
    who = " · ".join(part for part in (one.who, one.phone) if part)
    where = say("在终端 %1 办的，没有留名字", one.terminal) if one.terminal else say("没有留名字")
    pairs = (
        (say("要办的"), " · ".join(part for part in (row.about, row.time) if part)),
        (say("当时"), "" if one.about.scans else row.said),
        *((say("第一次"), _scan(scan)) for scan in one.about.scans[:1]),
        *((say("第二次"), _scan(scan)) for scan in one.about.scans[1:]),
        (say("告诉谁"), who or where),
    )
    return [{"label": label, "value": value} for label, value in pairs if value]


def why_of(one: records.Unheard) -> str:
    """The reason of a refusal, or what the flags of a fact mean."""
    if one.about.reason:
        return sentence(one.about.reason, one.about.detail)
    known = [say(_FLAGS[flag]) if flag in _FLAGS else sentence(flag, {}) for flag in one.about.flags]
    return " ".join(known)


def _scan(scan: records.DoorScan) -> str:
    place = say("终端 %1", scan.on)
    return " · ".join(part for part in (clock_words(scan.at), place, scan.place) if part)


def title_of(one: records.Unheard) -> str:
    what = told_row(one.about, language() == "en").what
    return say("%1：没办成", what) if one.about.reason else say("%1：办了，但要看一下", what)


_FLAGS = {
    "uncertain_time": "记这件事的机器时钟没人担保，时间可能不准。",
    "told_renewed_but_is_not": "当时说续上了，其实没续上。",
    "checked_in_twice": "同一个码在两处各签到了一次，当时彼此断着网。按早的那次算，签到没有重复；请问问是不是同一批人。",
    "newer_fact_known": "后来又有新情况，这一条只作记录。",
    "holds_ended_without_a_copy": "这本书没有了，等它的预约也取消了。",
    "borrowed_copy_brought_by_another": "书在别人名下没还，这次由另一个人借走了。",
}


def _unheard(trouble: Trouble, now: datetime) -> Told:
    done = all(not one.about.reason for one in trouble.unheard)
    words = say("%1 件要看一下", len(trouble.unheard)) if done else say("%1 件没办成", len(trouble.unheard))
    return Told("circle-alert", words)


def _silent(trouble: Trouble, now: datetime) -> Told:
    since = trouble.since or now
    where = trouble.detail["place"] or say("没有写")
    return Told(
        "wifi-off",
        say("终端 %1 %2没联系", trouble.detail["terminal"], _for(since, now)),
        say("终端 %1 没有联系", trouble.detail["terminal"]),
        say(
            "位置：%1。%2 起没有联系。断了网它也照常接待，连上以后会补交。请去看看电源和网线；它发的号，直接输号叫。",
            where, _when(since, now),
        ),
        "terminals",
    )  # fmt: skip


def _clock(trouble: Trouble, now: datetime) -> Told:
    terminal, ahead = trouble.detail["terminal"], trouble.detail.get("ahead")
    if ahead is None:
        off = say("这台机器的时间跟主机的差很多。")
    elif ahead > 0:
        off = say("它的时钟快 %1 分钟。", ahead // 60)
    else:
        off = say("它的时钟慢 %1 分钟。", -ahead // 60)
    fix = say("办事按主机的时间算，不会错；可是断网重启以后就只能信它自己的，请在系统里校准。")
    return Told(
        "clock",
        say("终端 %1 时钟不准", terminal),
        say("终端 %1 的时钟不准", terminal),
        off + fix if language() == "zh" else f"{off} {fix}",
        "terminals",
    )


def _calendar(trouble: Trouble, now: datetime) -> Told:
    year = trouble.detail["year"]
    return Told(
        "calendar-x",
        say("%1 年放假安排没导入", year),
        say("%1 年的放假安排还没导入", year),
        say("导入以前按周一到周五算工作日，约那时候的人会看到“以正式放假安排为准”。公布以后由站长在驿站设置的日历里导入。"),
        "calendar",
    )  # fmt: skip


def _house(trouble: Trouble, now: datetime) -> Told:
    return Told(
        "refresh-cw",
        say("自动整理停了"),
        say("主机没有自动整理"),
        say(
            "上次整理是 %1。没整理的时候，过期的预约、下班没等到的号不会自己收尾。请看看主机开着没有，重开一次程序。",
            _when(trouble.since or now, now),
        ),
    )


def _recovering(trouble: Trouble, now: datetime) -> Told:
    return Told(
        "hourglass",
        say("主机正在恢复"),
        say("主机正在从备份恢复"),
        say("要等每台终端都报到，把备份以后的事补上。请把所有终端打开；丢了的终端由站长停用，就不再等它。"),
        "terminals",
    )


def _disk(trouble: Trouble, now: datetime) -> Told:
    return Told(
        "triangle-alert",
        say("硬盘快满了"),
        say("这台机器的硬盘快满了"),
        say("只剩 %1 MB。满了就记不下新的事。请清理下载和旧备份，或者叫维护的人来。", trouble.detail["free"]),
    )


def _scanner(trouble: Trouble, now: datetime) -> Told:
    name, group = trouble.detail["name"], trouble.detail["group"]
    if group:
        text = say("这台机器的用户不许打开它。请叫维护的人把用户加进 %1 组，再重新登录。", group)
    else:
        text = say(
            "%1 起没有连上。请看看线插好没有，插上就自动好；扫码以前先输入号码，一样能办。",
            _when(trouble.since or now, now),
        )
    return Told("scan-barcode", say("扫码器没连上"), say("扫码器 %1 没连上", name), text)


_WORDS: dict[What, Callable[[Trouble, datetime], Told]] = {
    What.UNHEARD: _unheard,
    What.SILENT: _silent,
    What.CLOCK: _clock,
    What.CALENDAR: _calendar,
    What.HOUSE: _house,
    What.RECOVERING: _recovering,
    What.DISK: _disk,
    What.SCANNER: _scanner,
}


def _for(since: datetime, now: datetime) -> str:
    """In one unit: after hours nobody asks for minutes."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    if minutes < 60:
        return lasting(since, now)
    return say("%1 小时", minutes // 60) if minutes < 24 * 60 else say("%1 天", minutes // (24 * 60))


def _when(moment: datetime, now: datetime) -> str:
    return f"{relative_day(moment.date(), now.date())} {clock_words(moment)}"
