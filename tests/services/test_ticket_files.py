"""Notes and attachments: what a file is, where it lies, who gets it, and that nothing of it outlives its purpose."""

import io
import os
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from sqlalchemy import text

from db.engines import Database, sqlite_url
from kiosk.commands.ticket_desk import AttachmentOf
from kiosk.domain.attachments import CHUNK, LARGEST
from kiosk.services.ticket_files import type_of
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import MONDAY, DemoStation, beside
from tests.services.tickets import ZHANG, clerk, done, later, listed, refused, shown, take

MakeFile = Callable[[str, bytes], str]


@pytest.fixture
def make_file(tmp_path: Path) -> MakeFile:
    def make(name: str, content: bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return make


def picture(colour: str = "red", size: int = 8) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (size, size), colour).save(out, "PNG")
    return out.getvalue()


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as zipped:
        for name in names:
            zipped.writestr(name, "x")
    return out.getvalue()


def attach(demo: DemoStation, ticket: str, file: str) -> str:
    return str(clerk(demo, "attach_file", ticket=ticket, file=file)["attachment"])


def content(demo: DemoStation, key: str, who: str | None = "clerk") -> bytes | None:
    found = demo.ask(AttachmentOf(attachment=key), who=who)
    return demo.station.content(found.hash) if found else None


def pieces(file: Path) -> int:
    with closing(Database(sqlite_url(file))) as database, database.read() as connection:
        return int(connection.execute(text("select count(*) from contents")).scalar_one())


def all_is_well(demo: DemoStation) -> bool:
    return verify_store(store_url(demo.folder)) == verify_home(demo.folder) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (picture(), "image/png"),
        (b"%PDF-1.4\n%\xe2\xe3\n1 0 obj", "application/pdf"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(99), "image/jpeg"),
        (archive("[Content_Types].xml", "word/document.xml"),
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (archive("[Content_Types].xml", "xl/workbook.xml"),
         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (archive("xl/workbook.xml", "xl/vbaProject.bin"), None),
        (archive("anything"), None),
        (b"PK\x03\x04 torn", None),
        (b"", None),
        ("只是字".encode(), None),
    ],
)  # fmt: skip
def test_a_file_is_what_its_content_says(content: bytes, kind: str | None) -> None:
    assert type_of(content) == kind


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.png", b"MZ\x90\0 a program"),
        ("photo.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("letter.pdf", b"#!/bin/sh\n"),
        ("letter.docx", archive("setup.exe")),
        ("empty.png", b""),
    ],
)
def test_a_name_is_not_believed(demo: DemoStation, make_file: MakeFile, name: str, content: bytes) -> None:
    take(demo)
    assert refused(demo, "attach_file", ticket="A001", file=make_file(name, content)) == "bad_file"


def test_a_file_of_ten_megabytes_goes_in_and_one_byte_more_does_not(
    desk: DemoStation, make_file: MakeFile
) -> None:
    take(desk)
    large = picture() + bytes(LARGEST - len(picture()))
    key = attach(desk, "A001", make_file("scan", large))
    assert content(desk, key) == large
    assert pieces(desk.folder.own_store) == LARGEST // CHUNK
    answer = desk.do("attach_file", who="clerk", ticket="A001", file=make_file("more", large + b"0"))
    assert (answer.reason, answer.detail) == ("too_large", {"most": 10})
    assert all_is_well(desk)


@pytest.mark.parametrize("file", ["/dev/zero", "/nosuch", "/", "a\0b", "x" * 900, "."])
def test_what_is_no_plain_file_is_not_read(demo: DemoStation, file: str) -> None:
    take(demo)
    assert refused(demo, "attach_file", ticket="A001", file=file) == "unknown_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(demo: DemoStation, tmp_path: Path) -> None:
    take(demo)
    os.mkfifo(tmp_path / "pipe")
    assert refused(demo, "attach_file", ticket="A001", file=str(tmp_path / "pipe")) == "unknown_file"


def test_the_same_file_is_attached_once_and_kept_once(demo: DemoStation, make_file: MakeFile) -> None:
    first, second = take(demo), take(demo)
    attach(demo, first, make_file("one.png", picture()))
    same = make_file("two.png", picture())
    assert refused(demo, "attach_file", ticket=first, file=same) == "already_done"
    attach(demo, second, same)
    assert pieces(demo.folder.own_store) == 1


def test_a_ticket_holds_twenty_files(demo: DemoStation, make_file: MakeFile) -> None:
    ticket = take(demo)
    for n in range(20):
        attach(demo, ticket, make_file(f"{n}.png", picture(size=n + 1)))
    answer = demo.do("attach_file", who="clerk", ticket=ticket, file=make_file("more.png", picture("blue")))
    assert (answer.reason, answer.detail) == ("limit_reached", {"what": "attachments", "limit": 20})


def test_every_desk_reaches_it_and_no_kiosk_keeps_it(
    demo: DemoStation, make_file: MakeFile, tmp_path: Path
) -> None:
    take(demo)
    key = attach(demo, "A001", make_file("张三样的照片.png", picture()))
    assert pieces(demo.folder.database) == 0
    desk = beside(demo, tmp_path / "desk")
    desk.station.exchange()
    (listing,) = listed(desk, "attachments")
    assert (listing["name"], listing["type"]) == ("张三样的照片.png", "image/png")
    assert content(desk, key) == picture()
    assert content(desk, key, who=None) is None and content(desk, key, who=ZHANG) is None
    assert listed(desk, "attachments", who=None)[0]["name"] is None
    demo.close()
    assert "张三样的照片".encode() not in demo.folder.database.read_bytes()
    desk.close()


def test_attached_while_cut_off_it_is_read_here_and_sent_later(
    desk: DemoStation, make_file: MakeFile
) -> None:
    take(desk)
    away = desk.folder.own_store.rename(desk.folder.path / "away.db")
    answer = desk.do("attach_file", who="clerk", ticket="A001", file=make_file("x.png", picture()))
    assert answer.status == "pending" and content(desk, answer.id) == picture()
    away.rename(desk.folder.own_store)
    desk.station.exchange()
    assert pieces(desk.folder.own_store) == 1
    assert all_is_well(desk)


def test_after_the_store_was_put_back_the_home_sends_it_again(desk: DemoStation, make_file: MakeFile) -> None:
    take(desk)
    attach(desk, "A001", make_file("x.png", picture()))
    desk.station.close()
    with closing(Database(sqlite_url(desk.folder.own_store))) as database, database.write() as connection:
        connection.execute(text("delete from contents"))
        connection.execute(text("update store set epoch = 'put-back'"))
    assert [finding.code for finding in verify_store(store_url(desk.folder))] == ["attachment_missing"]
    for _ in range(3):
        desk.station.exchange()
    assert verify_store(store_url(desk.folder)) == []


def test_what_was_typed_and_attached_is_forgotten_in_time_and_the_content_with_it(
    desk: DemoStation, make_file: MakeFile
) -> None:
    ticket = done(desk)
    attach(desk, ticket, make_file("x.png", picture()))
    clerk(desk, "add_note", ticket=ticket, note="材料齐了")
    half_a_year = MONDAY + timedelta(days=181)
    desk.station.keep_house(half_a_year, most=None)
    assert listed(desk, "attachments") == []
    assert pieces(desk.folder.database) == 0
    desk.station.keep_house(half_a_year + timedelta(days=2), most=None)
    desk.station._hub.sweep_contents(datetime(2100, 1, 1))
    assert pieces(desk.folder.own_store) == 0
    assert all_is_well(desk)


def test_a_note_after_all_was_forgotten_is_a_new_one(desk: DemoStation) -> None:
    ticket = done(desk)
    clerk(desk, "add_note", ticket=ticket, note="一")
    desk.station.keep_house(MONDAY + timedelta(days=181), most=None)
    clerk(desk, "add_note", later(days=182), ticket=ticket, note="二")
    assert [note["text"] for note in shown(desk, ticket)["notes"]] == ["二"]


def test_nothing_is_written_about_who_was_erased(desk: DemoStation, make_file: MakeFile) -> None:
    ticket = take(desk, resident=ZHANG)
    attach(desk, ticket, make_file("x.png", picture()))
    desk.accept("erase_resident", who="manager", resident=ZHANG)
    assert listed(desk, "attachments") == [] and pieces(desk.folder.database) == 0
    for kind, typed in (
        ("add_note", {"note": "x"}),
        ("resolve_ticket", {"note": "x"}),
        ("leave_phone", {"phone": "13490000001"}),
    ):
        assert refused(desk, kind, ticket=ticket, **typed) == "erased"
    assert refused(desk, "attach_file", ticket=ticket, file=make_file("y.png", picture("blue"))) == "erased"


def test_notes_stand_in_their_order_with_who_and_when(desk: DemoStation) -> None:
    ticket = take(desk)
    for minute, note in enumerate(("一", "二")):
        clerk(desk, "add_note", later(minute), ticket=ticket, note=note)
    assert [note["text"] for note in shown(desk, ticket)["notes"]] == ["一", "二"]
    assert "notes" not in shown(desk, ticket, who=None)


def test_a_ticket_holds_a_hundred_notes(desk: DemoStation) -> None:
    ticket = take(desk)
    for _ in range(100):
        clerk(desk, "add_note", ticket=ticket, note="x")
    answer = desk.do("add_note", who="clerk", ticket=ticket, note="x")
    assert (answer.reason, answer.detail) == ("limit_reached", {"what": "notes", "limit": 100})
