"""Breaking a text into lines by phrase, evenly, and never with a lone last character."""

import re
from collections.abc import Callable, Sequence
from functools import cache

Measure = Callable[[str], float]

# Words of slips that should not be torn apart; Chinese writes no spaces between them.
_WORDS = """
窗口 分钟 小时 开始 取消 预约 签到 驿站 小票 单子 请到 提前 补贴 申请 高龄
老人 居民 社区 服务 党群 会议室 活动区 活动 课堂 篮球场 门球场 广场 文化 大榕树
大厅 一楼 二楼 上门 跑腿 代办 工作日 工作人员 网络 恢复 自动 确认 扫码 不能
不要紧 养老 保险 医保 报销 咨询 居住 证明 登记 志愿者 党员 组织 关系 转接 入园
入学 电动车 充电桩 环境 卫生 邻里 纠纷 绿化 建议 银行卡 身份证 户口本 原件
复印件 材料 发票 清单 费用 手机 支付 社保卡 医保卡 左手边 右手边 旁边 进门 左边
右边
"""
_NEVER_FIRST = "，。、；：？！）》”’·%…,.;:?!)"
_PIECE = re.compile(
    "|".join(
        (
            r"\d+(?:[.:–-]\d+)* ?(?:分钟|小时|[\u4e00-\u9fff]|(?:min|hours|days)\b)?",
            r"[A-Za-z0-9'’&/+@#_-]+",
            *sorted(_WORDS.split(), key=len, reverse=True),
            r"\s+",
            r".",
        )
    ),
    re.DOTALL,
)
_TORN_PHRASE = 0.35  # of the width: how much worse a break inside a phrase is than after it
_LONELY = 2  # letters: a last line as short as this looks forgotten


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """The fewest lines that fit; among those the most even, broken after signs and spaces if possible."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if measure(paragraph) <= width:
            lines.append(paragraph)
        else:
            lines += _wrapped(_fitting(_pieces(paragraph), width, measure), width, measure)
    return lines


@cache
def _pieces(text: str) -> tuple[str, ...]:
    """What stays in one piece: words, numbers with their unit, signs with what they follow."""
    pieces: list[str] = []
    for match in _PIECE.finditer(text):
        piece = match[0]
        if pieces and (piece[0] in _NEVER_FIRST or piece.isspace() or pieces[-1][-1] in "（《“‘("):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(pieces)


def _fitting(pieces: Sequence[str], width: float, measure: Measure) -> list[str]:
    """A piece that is wider than the paper is cut into letters."""
    return [
        part for piece in pieces for part in ([piece] if measure(piece.rstrip()) <= width else list(piece))
    ]


def _wrapped(pieces: Sequence[str], width: float, measure: Measure) -> list[str]:
    """`best[i]` is (lines, badness, start of the last line) of the first i pieces."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(pieces) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            line = "".join(pieces[start:end]).rstrip()
            size = measure(line)
            if size > width and start < end - 1:
                break
            lines, badness, _ = best[start]
            is_last = end == len(pieces)
            ways.append((lines + 1, badness + _badness(line, size, pieces[end - 1], is_last, width), start))
        best.append(min(ways))
    return _lines(pieces, [start for _, _, start in best])


def _badness(line: str, size: float, last_piece: str, is_last: bool, width: float) -> float:
    badness = (1 - size / width) ** 2
    if is_last:
        return badness + (10 if _letters(line) <= _LONELY else 0)
    is_phrase_end = last_piece[-1].isspace() or last_piece[-1] in _NEVER_FIRST
    return badness + (0 if is_phrase_end else _TORN_PHRASE**2)


def _letters(line: str) -> int:
    return sum(char.isalnum() for char in line)


def _lines(pieces: Sequence[str], starts: Sequence[int]) -> list[str]:
    lines: list[str] = []
    end = len(pieces)
    while end:
        start = starts[end]
        lines.append("".join(pieces[start:end]).strip())
        end = start
    return lines[::-1]
