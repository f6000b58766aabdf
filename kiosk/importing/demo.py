"""The demo station of assets/demo as rows of tables, in pages that one command may carry; the station's own row comes last."""

import tomllib
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from assets import FOLDER
from kiosk.domain.catalogue import title_id
from kiosk.domain.names import mask_name
from kiosk.domain.times import minutes
from kiosk.importing.books import BookRow, book_key, read_books
from kiosk.importing.grids import open_text

DEMO = FOLDER / "demo"
PAGE = 400
SPACE = uuid.UUID("6b7d3a52-6c0e-5d8f-9a55-0d1f5e9c2a10")
Rows = list[dict[str, Any]]
Hash = Callable[[str], str]


def demo_pages(hash_secret: Hash, salt: str) -> Iterator[dict[str, Rows]]:
    """Pages of `{table: rows}`, JSON-ready, at most PAGE rows each."""
    for name, rows in _tables(hash_secret):
        for start in range(0, len(rows), PAGE):
            yield {name: rows[start : start + PAGE]}
    yield {"station": [_station(salt, demo=True)]}


def plain_pages(name: str, salt: str) -> Iterator[dict[str, Rows]]:
    """A station that is still empty: its name, everyday hours and the usual rules."""
    yield {"policies": _policies()}
    yield {
        "station": [
            _station(salt, demo=False)
            | {"name": name, "name_en": name, "short_name": name, "address": "", "phone": ""}
        ]
    }


def demo_id(what: str, code: str) -> str:
    return str(uuid.uuid5(SPACE, f"{what}:{code}"))


def _tables(hash_secret: Hash) -> Iterator[tuple[str, Rows]]:
    station, people = _load("station"), _load("people")
    yield "policies", _policies()
    yield "consents", station["consent"]
    yield "locations", [_coded("location", row) for row in station["location"]]
    yield "areas", [_coded("area", row) for row in _load("areas")["area"]]
    yield "items", [_item(row) for row in _load("items")["item"]]
    yield "counters", [_coded("counter", row) for row in _load("counters")["counter"]]
    yield "rooms", [_room(row) for row in _load("rooms")["room"]]
    yield "series", [_series(row) for row in _load("rooms")["series"]]
    yield "operators", [_operator(row, hash_secret) for row in people["operator"]]
    yield "organisations", [_organisation(row) for row in people["organisation"]]
    yield from _residents(people["resident"], hash_secret)
    yield "memberships", [_membership(row) for row in people["membership"]]
    yield from _books()


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((DEMO / f"{name}.toml").read_text("utf-8"))


def _kept(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names if name in row}


_NAMED = ("code", "name", "name_en", "about", "about_en", "icon", "sort")


def _coded(what: str, row: dict[str, Any]) -> dict[str, Any]:
    return {"id": demo_id(what, row["code"])} | _kept(row, *_NAMED, "colour")


def _policies() -> Rows:
    return [
        {"id": f"policy:{topic}:station", "topic": topic, "scope": "station", "numbers": numbers}
        for topic, numbers in _load("policy").items()
    ]


def _station(salt: str, demo: bool) -> dict[str, Any]:
    data = _load("station")
    own, hours = data["station"], data["hours"]
    return _kept(own, "name", "name_en", "address", "phone") | {
        "id": "station", "short_name": own["short"], "demo": demo, "open": True, "salt": salt,
        "hours": {name: part["times"] for name, part in hours.items()},
        "texts": _kept(own, "short_en", "about", "about_en", "address_en"),
    }  # fmt: skip


def _item(row: dict[str, Any]) -> dict[str, Any]:
    own = _kept(
        row,
        "area",
        "short",
        "short_en",
        "guide",
        "guide_en",
        "materials",
        "form_version",
        "promised_days",
        "minutes",
        "modes",
    )
    return _coded("item", row) | own | {"form": row.get("fields", []), "active": True}


def _room(row: dict[str, Any]) -> dict[str, Any]:
    own = _kept(row, "way", "way_en", "indoor", "area_m2", "seats", "bookable", "equipment")
    part_of = demo_id("room", row["part_of"]) if "part_of" in row else None
    return {"equipment": []} | _coded("room", row) | own | {"part_of": part_of}


def _series(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": demo_id("series", row["code"]), "room": demo_id("room", row["room"]), "title": row["name"],
        "title_en": row["name_en"], "weekdays": row["weekdays"], "start": minutes(row["start"]), "end": minutes(row["end"]),
        "from_day": row["from"], "until_day": row.get("until"), "why": row["why"],
    }  # fmt: skip


def _operator(row: dict[str, Any], hash_secret: Hash) -> dict[str, Any]:
    own = _kept(row, "login", "name", "role")
    return own | {
        "id": demo_id("operator", row["login"]),
        "password_hash": hash_secret(row["password"]),
        "active": True,
    }


def _organisation(row: dict[str, Any]) -> dict[str, Any]:
    return {"id": demo_id("organisation", row["code"])} | _kept(
        row, "kind", "name", "name_en", "uscc", "verified"
    )


def _membership(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": demo_id("membership", f"{row['organisation']}:{row['resident']}"), "role": row["role"],
        "resident": demo_id("resident", row["resident"]), "organisation": demo_id("organisation", row["organisation"]),
        "from_day": row.get("from"), "until_day": row.get("until"), "tags": row.get("tags", []),
    }  # fmt: skip


def _residents(people: Rows, hash_secret: Hash) -> Iterator[tuple[str, Rows]]:
    ids = {row["code"]: demo_id("resident", row["code"]) for row in people}
    yield "residents", [
        {
            "id": ids[row["code"]], "masked_name": mask_name(row["name"]), "child": "guardian" in row,
            "guardian": ids.get(row.get("guardian", "")), "consent": row["consent"],
            "consented_at": "2000-01-01T09:00:00", "consented_by": "demo",
        }
        for row in people
    ]  # fmt: skip
    yield (
        "resident_details",
        [{"id": ids[row["code"]]} | _kept(row, "name", "phone", "birth_month") for row in people],
    )
    yield "cards", [
        {
            "id": demo_id("card", row["card"]), "number": row["card"], "resident": ids[row["code"]],
            "kind": "child" if "guardian" in row else "adult", "pin_hash": hash_secret(row["pin"]),
            "blocked": row["card_state"] != "active",
        }
        for row in people
    ]  # fmt: skip


def _books() -> Iterator[tuple[str, Rows]]:
    catalogue = open_text(DEMO / "books.csv", {})
    books = [row for row in read_books(catalogue) if isinstance(row, BookRow)]
    holdings = _load("holdings")["holding"]
    yield (
        "titles",
        [title_values(books[one["row"] - 1]) | _kept(one, "large_print", "audience") for one in holdings],
    )
    yield "copies", [
        {
            "id": demo_id("copy", number), "number": number, "title": title_id(book_key(books[holding["row"] - 1])),
            "location": holding["location"], "shelf": holding["shelf"], "shelf_en": holding["shelf_en"],
            "kind": holding.get("kind", "book"), "state": "on_shelf",
        }
        for holding in holdings
        for number in holding["copies"]
    ]  # fmt: skip


def title_values(row: BookRow) -> dict[str, Any]:
    return {
        "id": title_id(book_key(row)), "title": row.title, "author": row.author, "publisher": row.publisher, "year": row.year,
        "isbn": row.isbn, "bad_isbn": None if row.isbn else row.isbn_text or None, "price_fen": row.price_fen,
        "pages": row.pages, "class_number": row.class_number, "large_print": row.large_print,
        "audience": row.audience,
    }  # fmt: skip
