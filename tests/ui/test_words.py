"""English is complete, and Qt reads our translations."""

import ast
import json
import re
from pathlib import Path

import pytest

from ui.words import FOLDER, english, translator

ROOT = Path(__file__).parents[2]
_IN_QML = re.compile(r'qsTr\("((?:[^"\\]|\\.)*)"\)')
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def qml_texts() -> set[str]:
    files = (ROOT / "ui" / "qml").rglob("*.qml")
    found = {text for path in files for text in _IN_QML.findall(path.read_text(encoding="utf-8"))}
    return {text.replace(r"\n", "\n") for text in found}


def python_texts() -> set[str]:
    """Every Chinese text constant of the view-models that is not a docstring."""
    found: set[str] = set()
    for path in (ROOT / "ui" / "viewmodels").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        found |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
        }
    return {text for text in found if _CHINESE.search(text)}


def test_every_text_of_the_screens_has_its_english() -> None:
    assert sorted((qml_texts() | python_texts()) - set(english())) == []


def test_one_chinese_text_has_one_english_in_whichever_file_it_stands() -> None:
    said: dict[str, dict[str, str]] = {}
    for path in sorted(FOLDER.glob("*.json")):
        for source, english_text in json.loads(path.read_text("utf-8")).items():
            said.setdefault(source, {})[path.name] = english_text
    assert {source: texts for source, texts in said.items() if len(set(texts.values())) > 1} == {}


def test_no_english_text_holds_chinese() -> None:
    assert {text for text in english().values() if _CHINESE.search(text)} == set()


def test_a_translation_keeps_the_places_to_be_filled() -> None:
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"%\d", text))

    assert [zh for zh, en in english().items() if places(zh) != places(en)] == []


@pytest.mark.parametrize("text", ["叫人帮忙", "前面 %1 人，约 %2 分钟"])
def test_qt_finds_a_text_in_any_context(text: str) -> None:
    assert translator().translate("AnyPage", text) == english()[text]
