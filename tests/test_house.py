"""The house itself: what is locked, what is shipped, what the set-up would ask of a machine."""

import importlib.util
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path

import pytest
from PIL import ImageFont

import assets

ROOT = Path(__file__).resolve().parent.parent
FONTS = assets.FOLDER / "fonts"
LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_names_and_versions_alone(lock: str) -> None:
    line = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?")
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [one for one in lines if not line.fullmatch(one)] == []


def test_what_runs_is_tested_in_the_very_same_versions() -> None:
    run, dev = (set((ROOT / lock).read_text(encoding="utf-8").splitlines()) for lock in LOCKS)
    assert run <= dev


@cache
def face_of(font: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / font, 40)


@cache
def unknown(font: str) -> bytes:
    return bytes(face_of(font).getmask("\U0010fffd"))


def draws(font: str, character: str) -> bool:
    """Whether the font has a picture of its own, other than the box of an unknown character."""
    return bytes(face_of(font).getmask(character)) != unknown(font)


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_fonts_draw_names_times_and_signs(weight: str) -> None:
    wanted = "驿站买买提·吐尔逊龘㐂䶮“”…–，。？★☆✓①㎡←→¥"
    assert [sign for sign in wanted if not draws(f"NotoSansSC-{weight}.ttf", sign)] == []


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_digits_have_one_width_so_clocks_do_not_jump(weight: str) -> None:
    face = face_of(f"NotoSansSC-{weight}.ttf")
    assert len({face.getlength(digit) for digit in "0123456789"}) == 1


def test_the_fallback_font_draws_what_noto_lacks() -> None:
    assert [sign for sign in "𠮷㐂䶮𡈽㐀" if not draws("YizhanRareHan-Regular.otf", sign)] == []


def test_every_common_character_of_gb2312_is_drawn() -> None:
    rows = [bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    characters = [row.decode("gb2312", errors="ignore") for row in rows]
    assert [one for one in characters if one and not draws("NotoSansSC-Regular.ttf", one)] == []


@pytest.mark.parametrize("icon", sorted((assets.FOLDER / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_is_24_wide_with_stroke_2(icon: Path) -> None:
    picture = ElementTree.parse(icon).getroot()
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert (picture.get("viewBox"), picture.get("stroke-width")) == ("0 0 24 24", "2")


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_what_others_made_comes_with_its_licence(folder: str) -> None:
    assert list((assets.FOLDER / folder).glob("*.txt"))


def test_set_up_a_second_time_is_quick_and_silent() -> None:
    if not (ROOT / ".venv" / "yizhan-dev.stamp").exists():
        pytest.skip("these tests run in another environment than .venv")
    command = [sys.executable, ".setup/prepare.py", "--dev"]
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=5)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="libraries come from the system on Linux alone"
)
def test_set_up_without_root_says_the_one_line_to_paste(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("system", ROOT / ".setup" / "system.py")
    assert spec and spec.loader
    system = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(system)
    monkeypatch.setattr(system, "_way_to_root", lambda: None)
    monkeypatch.setattr(system.shutil, "which", lambda name, **_: f"/usr/bin/{name}")
    with pytest.raises(system.CannotPrepareError, match=r"sudo .*apt-get install .*libegl1 libpulse0"):
        system.install(["libegl1", "libpulse0"])
