"""What attachments hold, on its own way to the store: on a file and on a server, after cuts and restores."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import delete

from db import tables as t
from db.contents import Piece
from kiosk.commands.base import from_fields
from kiosk.commands.ticket_desk import AttachmentOf
from tests.builders import MONDAY
from tests.stores import Shared


def picture(path: Path, colour: str = "red") -> str:
    out = io.BytesIO()
    Image.new("RGB", (300, 300), colour).save(out, "PNG")
    path.write_bytes(out.getvalue() + bytes(600_000))
    return str(path)


def do(shared: Shared, name: str, kind: str, **fields: object) -> dict[str, str]:
    station = shared[name]
    answer = station.do(from_fields(kind, fields), station.find_actor("clerk"), MONDAY)
    assert answer.status in ("accepted", "pending"), answer
    return answer.result


def read(shared: Shared, name: str, key: str) -> bytes | None:
    station = shared[name]
    station.exchange()
    found = station.ask(AttachmentOf(attachment=key), station.find_actor("clerk"))
    return station.content(found.hash) if found else None


@pytest.mark.parametrize("where", ["a", "c"])
def test_what_was_attached_at_one_terminal_the_desk_reads(shared: Shared, tmp_path: Path, where: str) -> None:
    file = picture(tmp_path / "x.png")
    ticket = do(shared, where, "open_ticket", item="gaoling")["ticket"]
    key = do(shared, where, "attach_file", ticket=ticket, file=file)["attachment"]
    assert read(shared, "c", key) == Path(file).read_bytes()
    assert bool(shared.in_home(where, t.home_contents)) is (where == "c")
    assert shared.wrongs() == []


def test_attached_while_the_store_was_away_it_comes_with_the_line(shared: Shared, tmp_path: Path) -> None:
    ticket = do(shared, "a", "open_ticket", item="gaoling")["ticket"]
    shared.hide()
    file = picture(tmp_path / "x.png", "blue")
    key = do(shared, "a", "attach_file", ticket=ticket, file=file)["attachment"]
    assert len(shared.in_home("a", t.home_contents)) == 3
    shared.show()
    shared["a"].exchange()
    assert read(shared, "c", key) == Path(file).read_bytes()
    assert shared.wrongs() == []


def test_a_piece_that_is_sent_twice_counts_once_and_what_nothing_names_is_swept_up(shared: Shared) -> None:
    hub = shared["c"]._hub
    for _ in range(2):
        hub.keep_content(Piece("0" * 64, 0), b"torn")
    assert len(shared.stored(t.store_contents)) == 1
    assert hub.sweep_contents(datetime(2026, 1, 1)) == 0
    assert hub.sweep_contents(datetime(2100, 1, 1)) == 1
    assert shared.stored(t.store_contents) == []


def test_a_piece_that_another_process_has_dropped_meanwhile_stops_nothing(
    shared: Shared, tmp_path: Path
) -> None:
    ticket = do(shared, "c", "open_ticket", item="gaoling")["ticket"]
    shared.hide()
    do(shared, "c", "attach_file", ticket=ticket, file=picture(tmp_path / "x.png"))
    shared.show()
    station = shared["c"]
    with_pieces = station._exchanger.prepare(MONDAY)
    with station._database.write() as connection:
        connection.execute(delete(t.home_contents))
    assert len(with_pieces.contents) == 3 and station.exchange(with_pieces)
    assert shared.stored(t.store_contents) == []
