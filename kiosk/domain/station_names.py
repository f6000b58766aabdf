"""Codes and names of what a station is made of: rooms, counters, service items, areas."""

import re
from typing import Any

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.texts import clean_line, clean_text, narrow

CODE_MOST = 20
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,19}", re.ASCII)
LABELS = {
    "name": ("名称", "Name"), "name_en": ("英文名称", "English name"), "about": ("说明", "About"),
    "short_name": ("简称", "Short name"), "address": ("地址", "Address"), "phone": ("电话", "Phone"),
    "about_en": ("英文说明", "About, in English"), "way": ("怎么走", "The way"),
    "way_en": ("英文怎么走", "The way, in English"), "short": ("短名", "Short name"),
    "short_en": ("英文短名", "Short English name"), "guide": ("取号前的提示", "Hint"),
    "guide_en": ("英文提示", "Hint, in English"), "seats": ("最多人数", "People at most"),
    "area_m2": ("面积", "Floor area"), "promised_days": ("承诺工作日", "Promised working days"),
    "minutes": ("平均分钟", "Usual minutes"), "equipment": ("设备", "Equipment"), "materials": ("材料", "Materials"),
    "modes": ("办理方式", "How it is done"), "icon": ("图标", "Icon"), "colour": ("颜色", "Colour"),
    "part_of": ("属于", "Part of"), "title": ("标题", "Title"), "title_en": ("英文标题", "English title"),
    "text": ("正文", "Text"), "text_en": ("英文正文", "English text"), "agree": ("同意按钮", "Button"),
    "agree_en": ("英文同意按钮", "English button"), "announcement": ("公告", "Announcement"),
    "announcement_en": ("英文公告", "English announcement"), "until_day": ("最后一天", "Last day"),
}  # fmt: skip
MOST = {
    "short_name": 10, "address": 60, "phone": 30,
    "name": 30, "name_en": 60, "about": 60, "about_en": 120, "way": 60, "way_en": 120, "short": 8, "short_en": 24,
    "guide": 60, "guide_en": 120, "title": 30, "title_en": 60, "text": 2000, "text_en": 4000, "agree": 20, "agree_en": 40,
}  # fmt: skip
BOUNDS = {"seats": (1, 10_000), "area_m2": (0, 100_000), "promised_days": (1, 250), "minutes": (1, 240)}
NEEDED = frozenset({"name", "short_name", "title", "text", "agree"})
_SEVERAL_LINES = frozenset({"text", "text_en"})


def read_code(text: str) -> str | Refused:
    """As it is kept: small Latin letters, digits, - and _."""
    code = narrow(text).strip().lower()
    return code if _CODE.fullmatch(code) else Refused.because(Reason.BAD_CODE, most=CODE_MOST)


def consent_version(key: str) -> int:
    """zh-10 is newer than zh-9; 0 of one that was not made here."""
    number = key.removeprefix("zh-")
    return int(number) if number.isascii() and number.isdigit() else 0


def read_text(field: str, text: str) -> str | Refused:
    """A name or sentence as it is kept, or `bad_setting` with the field's label."""
    clean = clean_text(text) if field in _SEVERAL_LINES else clean_line(text)
    if not clean and field in NEEDED:
        return bad_field(field, empty=True)
    if len(clean) > MOST[field]:
        return bad_field(field, long=True, most=MOST[field])
    return clean


def judge_bounds(field: str, value: float) -> Refused | None:
    least, most = BOUNDS[field]
    return None if least <= value <= most else bad_field(field, range=True, least=least, most=most)


def bad_field(field: str, **detail: Any) -> Refused:
    label, label_en = LABELS[field]
    return Refused.because(Reason.BAD_SETTING, **detail, field=field, label=label, label_en=label_en)
