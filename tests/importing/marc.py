"""MARC records as tests need them, whole and broken."""

from collections.abc import Iterable

Fields = Iterable[tuple[str, str]]
MARC21 = [
    ("001", "x1"),
    ("008", "180501s2018    cc     d      000 0 chi d"),
    ("020", "  |a9787506365437 (pbk.) :|cCNY20.00"),
    ("084", "  |aI247.5|2clc"),
    ("100", "1 |6880-01|aYu, Hua,"),
    ("245", "10|6880-02|aHuo zhe /|cYu Hua zhu."),
    ("260", "  |aBeijing :|b作家出版社,|c2012."),
    ("300", "  |a191 p. ;|c21 cm."),
    ("852", "  |b一楼阅览区|hI247.5|i12|pS0900001"),
    ("852", "  |b一楼阅览区|hI247.5|i12|pS0900002"),
    ("880", "1 |6100-01|a余华,"),
    ("880", "10|6245-02|a活着 :|b精装版 /|c余华著."),
]
CNMARC = [
    ("001", "012001"),
    ("010", "  |a978-7-02-000872-8|b精装|dCNY39.50"),
    ("100", "  |a20180501d2018    em y0chiy50      ea"),
    ("106", "  |ad"),
    ("200", "1 |a三国演义|9san guo yan yi|e全二册|f罗贯中著"),
    ("210", "  |a北京|c人民文学出版社|d1998.5"),
    ("215", "  |a12, 990页|d21cm"),
    ("606", "0 |a章回小说|x中国|z明代"),
    ("690", "  |aI242.4|v5"),
    ("701", " 0|a罗贯中|9luo guan zhong|4著"),
    ("905", "  |aHK|bS0900011|c二楼|dI242.4|e7"),
]


def marc(fields: Fields, encoding: str = "utf-8", leader: str | None = None) -> bytes:
    """One record in ISO 2709; `|` stands for a subfield."""
    entries, data = b"", b""
    for tag, text in fields:
        value = text.replace("|", "\x1f").encode(encoding) + b"\x1e"
        entries += f"{tag}{len(value):04d}{len(data):05d}".encode()
        data += value
    base = 24 + len(entries) + 1
    head = leader or f"{base + len(data) + 1:05d}nam a22{base:05d}   4500"
    return head.encode() + entries + b"\x1e" + data + b"\x1d"


def titled(title: str, encoding: str = "utf-8") -> bytes:
    return marc([("200", f"1 |a{title}"), ("701", " 0|a某人")], encoding)
