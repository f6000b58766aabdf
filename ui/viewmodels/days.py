"""Days and times as people read them, in both languages."""

from datetime import date, datetime, timedelta

from ui.words import say

_WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_SHORT = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_MONTHS = ("1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月")


def day_words(day: date) -> str:
    """11月23日 星期一 / Mon 23 Nov"""
    return say("%1%2日 %3", say(_MONTHS[day.month - 1]), day.day, say(_WEEKDAYS[day.weekday()]))


def month_day(day: date) -> str:
    """11月26日 / 26 Nov"""
    return say("%1%2日 %3", say(_MONTHS[day.month - 1]), day.day, "").strip()


def short_day(day: date) -> str:
    """11月26日 周四 / Thu 26 Nov"""
    return say("%1%2日 %3", say(_MONTHS[day.month - 1]), day.day, say(_SHORT[day.weekday()]))


def weekday(day: date) -> str:
    """周四 / Thu"""
    return say(_SHORT[day.weekday()])


def clock_words(moment: datetime) -> str:
    return moment.strftime("%H:%M")


def moment_words(moment: datetime) -> str:
    """11月26日 09:41 / 26 Nov 09:41"""
    return f"{month_day(moment.date())} {clock_words(moment)}"


def minute_words(minute: int) -> str:
    """510 -> 8:30, 1440 -> 24:00; screens write no leading zero."""
    return f"{minute // 60}:{minute % 60:02d}"


def span_words(start: int, end: int) -> str:
    return f"{minute_words(start)}–{minute_words(end)}"


def relative_day(day: date, today: date) -> str:
    """今天, 明天, or the short day."""
    if day == today:
        return say("今天")
    return say("明天") if day == today + timedelta(days=1) else short_day(day)
