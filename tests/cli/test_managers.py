"""The first run at the command line: a manager, a recovery code, and passwords that are asked for."""

import json
from pathlib import Path

import pytest

from tests.builders import DemoStation
from tests.cli.verbs import Done, yizhan

GOOD, OTHER = "kaimen-0830", "guanmen-2100"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = yizhan(tmp_path / "home", "init", "--role", "desk")
    assert made.returncode == 0 and "manager" in made.stderr.decode()
    return tmp_path / "home"


def typed(home: Path, *words: str, secrets: tuple[str, ...]) -> Done:
    return yizhan(home, *words, lines="".join(f"{secret}\n" for secret in secrets).encode())


def code_in(done: Done) -> str:
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip().rpartition(" ")[2]


def test_from_an_empty_station_to_a_signed_in_manager_and_back_by_the_code(home: Path) -> None:
    made = typed(home, "manager", "he", "何试工", "--lang", "en", secrets=(GOOD, GOOD))
    assert GOOD.encode() not in made.stdout + made.stderr
    code = code_in(made)
    add = ("do", "add_operator", '{"login": "zhou", "name": "周示岚", "role": "clerk"}', "--as", "he")
    assert json.loads(typed(home, *add, secrets=(GOOD,)).stdout)["status"] == "accepted"
    back = typed(home, "recover", "he", "--lang", "en", secrets=(code, OTHER, OTHER))
    assert code_in(back) != code
    assert typed(home, "show", "operators", "--as", "he", secrets=(GOOD,)).returncode == 2
    assert typed(home, "show", "operators", "--as", "he", secrets=(OTHER,)).returncode == 0


def test_passwords_are_asked_for_ones_own_with_the_old_one(home: Path) -> None:
    typed(home, "manager", "he", "何试工", secrets=(GOOD, GOOD))
    add = ("do", "add_operator", '{"login": "zhou", "name": "周示岚", "role": "clerk"}', "--as", "he")
    typed(home, *add, secrets=(GOOD,))
    given = typed(home, "password", "zhou", "--as", "he", secrets=(GOOD, OTHER, OTHER))
    assert (given.returncode, given.stdout.decode().strip()) == (0, "zhou 的新密码设好了。")
    wrong = typed(home, "password", "zhou", "--as", "zhou", secrets=(OTHER, "no", GOOD, GOOD))
    assert wrong.returncode == 2 and "密码不对" in wrong.stderr.decode()
    own = typed(home, "password", "zhou", "--as", "zhou", secrets=(OTHER, OTHER, GOOD, GOOD))
    assert own.returncode == 0, own.stderr.decode()
    assert typed(home, "password", "he", "--as", "zhou", secrets=(GOOD, OTHER, OTHER)).returncode == 2


def test_a_script_that_nobody_sits_at_is_told_so(home: Path) -> None:
    typed(home, "manager", "he", "何试工", secrets=(GOOD, GOOD))
    line = b'{"kind": "draw_recovery", "as": "he"}'
    answer = json.loads(yizhan(home, "do", "-", lines=line).stdout)
    assert (answer["reason"], answer["detail"]["problem"]) == ("bad_field", "wrong_password")


@pytest.mark.parametrize(
    ("words", "secrets", "said"),
    [
        (("manager", "he", "何试工"), ("short", "short"), "密码至少 8 个字符"),
        (("manager", "何", "何试工"), (GOOD, GOOD), "登录名"),
        (("recover", "he"), ("no code", GOOD, GOOD), "恢复码"),
        (("manager", "he", "何试工", "--lang", "fr"), (), "--lang"),
    ],
)
def test_what_will_not_do_is_said(
    home: Path, words: tuple[str, ...], secrets: tuple[str, ...], said: str
) -> None:
    done = typed(home, *words, secrets=secrets)
    assert done.returncode == 2 and said in done.stderr.decode()


def test_wrong_passwords_at_the_command_line_wait_as_those_at_the_desk(home: Path) -> None:
    typed(home, "manager", "he", "何试工", secrets=(GOOD, GOOD))
    for _ in range(3):
        assert "密码不对" in typed(home, "show", "rooms", "--as", "he", secrets=("no",)).stderr.decode()
    waits = typed(home, "show", "rooms", "--as", "he", secrets=(GOOD,))
    assert waits.returncode == 2 and "秒再试" in waits.stderr.decode()


def test_a_demo_needs_no_first_manager(demo: DemoStation) -> None:
    done = typed(demo.folder.path, "manager", "he", "何试工", secrets=(GOOD, GOOD))
    assert done.returncode == 2 and "已经办好了" in done.stderr.decode()
