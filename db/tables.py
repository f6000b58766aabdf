"""Every table, once, for store and homes.

A domain table has `id`, `revision` (of the hub's decision that last wrote it; 0 while only this terminal knows it) and
`deleted` (a flag: rows are never removed by commands). Unique indexes live in the store only, see `UNIQUE_IN_STORE`:
on a replica they could stop a pull for ever. `personal` tables identify people.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)  # fmt: skip

domain = MetaData()
store_side = MetaData()
home_side = MetaData()


def _table(name: str, *columns: Column[Any] | Index, personal: bool = False) -> Table:
    return Table(
        name,
        domain,
        Column("id", String(80), primary_key=True),
        *(one for one in columns if isinstance(one, Column)),
        Column("revision", Integer, nullable=False, default=0),
        Column("deleted", Boolean, nullable=False, default=False),
        *(one for one in columns if isinstance(one, Index)),
        info={"personal": personal},
    )


def _text(name: str, default: str | None = "") -> Column[Any]:
    return Column(name, Text, nullable=default is None, default=default)


def _flag(name: str, default: bool = False) -> Column[Any]:
    return Column(name, Boolean, nullable=False, default=default)


def _when(name: str) -> Column[Any]:
    return Column(name, DateTime)


def _number(name: str, default: int | None = None) -> Column[Any]:
    return Column(name, Integer, nullable=default is None, default=default)


def _named(*more: Column[Any]) -> list[Column[Any]]:
    """Something of the station with a human code and a name in both languages."""
    return [
        Column("code", String(40), nullable=False), _text("name"), _text("name_en"), _text("about"),
        _text("about_en"), _text("icon"), _number("sort", 0), *more,
    ]  # fmt: skip


def _index_where(name: str, column: str, condition: str) -> Index:
    """Of the few rows that meet a condition, which a query must spell the same."""
    return Index(name, column, sqlite_where=text(condition), postgresql_where=text(condition))


# the station and its rules
station = _table(
    "station", _text("name"), _text("name_en"), _text("short_name"), _text("address"), _text("phone"),
    Column("hours", JSON, nullable=False), _flag("demo"), _flag("open"), _text("salt"),
    Column("texts", JSON, nullable=False),
)  # fmt: skip
areas = _table("areas", *_named(_text("colour")))
items = _table(
    "items",
    *_named(
        Column("area", String(40), nullable=False), _text("short"), _text("short_en"), _text("guide"), _text("guide_en"),
        Column("materials", JSON, nullable=False), Column("form", JSON, nullable=False), _number("form_version", 1),
        _number("promised_days", 5), _number("minutes", 10), Column("modes", JSON, nullable=False), _flag("active", True),
        Column("old_forms", JSON(none_as_null=True)),
    ),
)  # fmt: skip
counters = _table("counters", *_named(Column("hours", JSON), _flag("active", True)))
rooms = _table(
    "rooms",
    *_named(
        _text("way"), _text("way_en"), _flag("indoor", True), _number("seats"), Column("area_m2", Float),
        _flag("bookable"), Column("part_of", String(80)), Column("equipment", JSON, nullable=False),
        Column("hours", JSON(none_as_null=True)), _flag("active", True),
    ),
)  # fmt: skip
series = _table(
    "series", Column("room", String(80), nullable=False), _text("title"), _text("title_en"),
    Column("weekdays", JSON, nullable=False), _number("start", 0), _number("end", 0),
    Column("from_day", Date), Column("until_day", Date), _text("why"),
)  # fmt: skip
policies = _table(
    "policies",
    _text("topic"),
    Column("scope", String(80), nullable=False),
    Column("numbers", JSON, nullable=False),
)
calendar_days = _table(
    "calendar_days",
    Column("day", Date, nullable=False),
    Column("working", Boolean),
    Column("open", Boolean),
    _text("note"),
)
# the official list of a year, as a manager imported it: [{date, working, name}]
calendar_years = _table("calendar_years", _number("year"), Column("days", JSON, nullable=False))
consents = _table(
    "consents",
    _text("title"),
    _text("title_en"),
    _text("text"),
    _text("text_en"),
    _text("agree"),
    _text("agree_en"),
)
locations = _table("locations", *_named())
operators = _table(
    "operators", Column("login", String(40), nullable=False), _text("name"), _text("role"), _text("password_hash"),
    _flag("active", True), _text("recovery_hash"),
)  # fmt: skip
terminals = _table(
    "terminals", _text("name"), _text("role"), _text("place"), _text("token_hash"), _flag("revoked")
)

# people
residents = _table(
    "residents", _text("masked_name"), _flag("child"), Column("guardian", String(80)), _text("consent"), _when("consented_at"),
    Column("consented_by", String(80)), _flag("erased"), _flag("keeps_history"), Column("merged_into", String(80)),
    _index_where("residents_merged", "merged_into", "merged_into IS NOT NULL"),
    _index_where("residents_guarded", "guardian", "guardian IS NOT NULL"),
)  # fmt: skip
resident_details = _table(
    "resident_details", _text("name"), _text("phone", None), _text("birth_month", None), personal=True
)
cards = _table(
    "cards", Column("number", String(20), nullable=False), Column("resident", String(80), nullable=False),
    _text("kind"), _text("pin_hash"), _flag("blocked"), _text("state", "good"), _number("wrong_tries", 0),
    Index("cards_number", "number"), Index("cards_resident", "resident"),
)  # fmt: skip
# consents given or withdrawn after the registration
consent_events = _table(
    "consent_events", Column("resident", String(80)), _text("consent"), _flag("given"), _when("at"),
    _number("n", 1), Column("by", String(80)), Index("consent_events_resident", "resident"),
)  # fmt: skip
# what people wish to be done with their data: erasure, correction
data_wishes = _table(
    "data_wishes", Column("resident", String(80)), _text("kind"), _text("what"), _when("made_at"),
    _text("state"), _when("closed_at"), Index("data_wishes_resident", "resident"),
    _index_where("data_wishes_open", "state", "state = 'open'"),
)  # fmt: skip
organisations = _table(
    "organisations", _text("kind"), _text("name"), _text("name_en"), _text("uscc", None), _flag("verified"),
    Column("party_key", String(64)), _when("verified_at"), Column("verified_by", String(80)),
    Index("organisations_party", "party_key"), Index("organisations_name", "name"), Index("organisations_uscc", "uscc"),
)  # fmt: skip
# what an organisation was called before: whoever asks under an old name is still the same
organisation_names = _table(
    "organisation_names", Column("organisation", String(80), nullable=False), _text("name"), _when("until"),
    Index("organisation_names_name", "name"), Index("organisation_names_organisation", "organisation"),
)  # fmt: skip
memberships = _table(
    "memberships", Column("resident", String(80)), Column("organisation", String(80)), _text("role"),
    Column("from_day", Date), Column("until_day", Date), Column("tags", JSON), Index("memberships_resident", "resident"),
)  # fmt: skip
ledger = _table(
    "ledger", _text("kind"), Column("subject", String(80), nullable=False), Column("cause", String(80)),
    _when("made_at"), _when("expires_at"), _text("state"), _text("note"), _text("appeal", None), _when("appealed_at"),
    _when("settled_at"), Column("settled_by", String(80)), Index("ledger_subject", "subject"),
)  # fmt: skip

# the help desk
tickets = _table(
    "tickets", Column("number", String(12)), Column("day", Date), Column("item", String(80)), _text("mode"), _text("state"),
    _flag("priority"), Column("counter", String(80)), Column("resident", String(80)), Column("on_behalf_of", String(80)),
    _when("made_at"), _when("queued_at"), _when("called_at"), _when("started_at"), _when("ended_at"), _when("missed_at"),
    Column("due", Date), Column("operator", String(80)), _number("stars"), Column("code_hash", String(64)), _text("terminal"),
    Column("more_items", JSON(none_as_null=True)), Column("to_counter", String(80)), Column("assigned", String(80)),
    _text("relation", None), Column("parent", String(80)), Column("paused_on", Date), _number("paused_days", 0),
    _when("rated_at"),
    Index("tickets_day", "day", "state", "deleted"), Index("tickets_code", "code_hash"), Index("tickets_number", "number"),
    Index("tickets_resident", "resident"), _index_where("tickets_for_others", "on_behalf_of", "on_behalf_of IS NOT NULL"),
    _index_where("tickets_parent", "parent", "parent IS NOT NULL"),
    _index_where("tickets_due", "due", "due IS NOT NULL AND ended_at IS NULL"),
)  # fmt: skip
ticket_details = _table(
    "ticket_details", Column("answers", JSON), _text("phone", None), Column("notes", JSON), _number("form_version"),
    personal=True,
)  # fmt: skip
ticket_events = _table(
    "ticket_events", Column("ticket", String(80)), _text("what"), _when("at"), Column("by", String(80)),
    Column("detail", JSON), Index("ticket_events_ticket", "ticket"), Index("ticket_events_at", "what", "at"),
)  # fmt: skip
# errands and home visits: who of us goes, and when
visits = _table(
    "visits", Column("ticket", String(80), nullable=False), _when("at"), Column("operator", String(80)), _text("state"),
    _when("ended_at"), Index("visits_ticket", "ticket"),
)  # fmt: skip
# a rating of the two lowest, under its ticket's id: the call back, the fix, the rating after that
complaints = _table(
    "complaints", _number("stars"), _text("state"), _when("made_at"), Column("due", Date), Column("by", String(80)),
    _when("decided_at"), _when("fixed_at"), _number("stars_after"),
)  # fmt: skip
attachments = _table(
    "attachments", Column("ticket", String(80)), Column("hash", String(64)), _text("name"),
    _text("type"), _number("size", 0), _when("at"), Column("by", String(80)), Index("attachments_ticket", "ticket"),
    Index("attachments_hash", "hash"), personal=True,
)  # fmt: skip
help_calls = _table(
    "help_calls", _text("terminal"), _text("page"), _when("made_at"), _text("state"), Column("answered_by", String(80)),
    _when("answered_at"), Column("closed_by", String(80)), _when("closed_at"),
)  # fmt: skip

# rooms in use
occupations = _table(
    "occupations", Column("room", String(80), nullable=False), Column("day", Date, nullable=False), _number("start", 0),
    _number("end", 0), _text("why"), Column("booking", String(80)), _text("title"), _flag("live", True),
    Index("occupations_day_room", "day", "room"),
)  # fmt: skip
bookings = _table(
    "bookings", Column("number", String(16)), Column("room", String(80), nullable=False), Column("day", Date, nullable=False),
    _number("start", 0), _number("end", 0), _text("state"), Column("occupation", String(80)), _text("party_kind"),
    _text("party"), Column("organisation", String(80)), Column("party_key", String(64)), _number("people", 1),
    Column("resident", String(80)), _flag("unofficial"), _when("made_at"), _when("decide_by"), _when("expires_at"),
    _when("decided_at"), Column("decided_by", String(80)), _text("why", None), _when("checked_in_at"), _number("attended"),
    Column("checked_in_on", String(40)),
    Column("code_hash", String(64)), _text("terminal"), Column("also", JSON), Column("equipment", JSON),
    Column("series", String(80)), _flag("day_off"),
    Index("bookings_day", "day", "deleted"), Index("bookings_code", "code_hash"), Index("bookings_number", "number"),
    Index("bookings_party", "party_key"), _index_where("bookings_of_residents", "resident", "resident IS NOT NULL"),
    _index_where("bookings_series", "series", "series IS NOT NULL"),
)  # fmt: skip
booking_details = _table(
    "booking_details", _text("party_name"), _text("contact_name", None), _text("contact_phone", None), _text("purpose"),
    _text("appeal", None), _text("appeal_answer", None), personal=True,
)  # fmt: skip

# the library
titles = _table(
    "titles", _text("title"), _text("author"), _text("publisher"), _number("year"), Column("isbn", String(13)),
    _text("bad_isbn", None), _number("price_fen"), _number("pages"),
    _text("class_number"), _flag("large_print"), _text("audience"), Index("titles_isbn", "isbn"),
    _index_where("titles_class", "class_number", "NOT deleted"),
)  # fmt: skip
copies = _table(
    "copies", Column("number", String(20), nullable=False), Column("title", String(80), nullable=False),
    Column("location", String(40)), _text("shelf"), _text("shelf_en"), _text("kind"), _text("state"), _when("fact_at"),
    Index("copies_number", "number"), Index("copies_title", "title"),
)  # fmt: skip
loans = _table(
    "loans", Column("copy", String(80), nullable=False), Column("title", String(80), nullable=False),
    Column("resident", String(80)), _when("lent_at"), Column("due", Date), _number("renewals", 0), _when("returned_at"),
    Column("overdue_on", Date), _text("state"), Index("loans_copy", "copy", "state"),
    Index("loans_resident", "resident", "state"),
    _index_where("loans_due", "due", "returned_at IS NULL"), Index("loans_lent", "lent_at"),
    _index_where("loans_back", "returned_at", "returned_at IS NOT NULL"),
    _index_where("loans_known", "returned_at", "resident IS NOT NULL AND returned_at IS NOT NULL"),
)  # fmt: skip
holds = _table(
    "holds", Column("title", String(80), nullable=False), Column("resident", String(80)), Column("copy", String(80)),
    _text("state"), _when("made_at"), Column("ready_until", Date), _when("ended_at"), Index("holds_title", "title", "state"),
    Index("holds_resident", "resident"),
    _index_where("holds_ready", "state", "state = 'ready'"),
    _index_where("holds_known", "ended_at", "resident IS NOT NULL AND ended_at IS NOT NULL"),
)  # fmt: skip

TO_TELL = (
    "kind IN ('approve_booking', 'reject_booking', 'move_booking', 'cancel_booking', 'expire_booking', 'move_up_booking', "
    "'release_booking', 'no_show_booking', 'complete_booking', 'unblock_room') AND status = 'accepted'"
)
"""Outcomes after which somebody may have to be told something: of a booking, or of one that waited for its time."""
# what was decided; `told` is what the terminal had said before that, `attention`: somebody should still hear of it
outcomes = Table(
    "outcomes", domain,
    Column("id", String(80), primary_key=True),
    Column("incarnation", String(40), nullable=False), Column("seq", Integer, nullable=False), _text("kind"),
    Column("actor", String(80)), Column("subject", String(80)), _text("status"), _text("reason", None),
    Column("detail", JSON), Column("flags", JSON), _when("made_at"), _when("decided_at"), Column("result", JSON),
    Column("told", JSON), _flag("attention"), Column("rows", JSON, nullable=False),
    Column("revision", Integer, nullable=False), Index("outcomes_revision", "revision"),
    Index("outcomes_made", "made_at", "revision", "actor", "kind", "status"),
    _index_where("outcomes_refused", "revision", "status = 'refused'"),
    _index_where("outcomes_attention", "revision", "attention"),
    _index_where("outcomes_known", "revision", "subject IS NOT NULL"),
    _index_where("outcomes_to_tell", "decided_at", TO_TELL),
)  # fmt: skip
# refusals and flags that somebody has been told of; the id is the command's
explanations = _table("explanations", _when("at"), Column("by", String(80)))
# who was told by phone what was decided, under the notice's name; desks alone need to know
told_notices = _table(
    "told_notices", _when("told_at"), Column("told_by", String(80)), _number("tries", 0), _when("tried_at"), personal=True
)  # fmt: skip

# what everybody in the hall is told
announcements = _table(
    "announcements", _text("text"), _text("text_en"), Column("from_day", Date, nullable=False),
    Column("until_day", Date, nullable=False), _when("posted_at"), Column("posted_by", String(80)), _when("withdrawn_at"),
    Index("announcements_until", "until_day"),
)  # fmt: skip

# the store's own
store = Table(
    "store", store_side,
    Column("one", Integer, primary_key=True), Column("station", String(40), nullable=False), Column("epoch", String(40)),
    Column("revision", Integer, nullable=False), Column("schema", Integer, nullable=False), Column("purged_to", Integer),
    _text("phase"), _flag("demo"), _number("book", 0), _when("clock"), _when("housekept_at"),
    Column("seal_key", LargeBinary), _number("backed_up", 0),
)  # fmt: skip
incarnations = Table(
    "incarnations", store_side,
    Column("id", String(40), primary_key=True), Column("terminal", String(40), nullable=False), _text("role"),
    Column("last_seq", Integer, nullable=False), Column("letter", String(4)), Column("letter_day", Date),
    _when("last_exchange"), _flag("written_off"), Column("reported", String(40)), Column("followed_by", String(40)),
    _when("last_seen"), _number("clock_ahead"), _text("version"),
)  # fmt: skip
# what terminals kept of commands that a restored store does not know, until all have reported
reports = Table(
    "reports", store_side,
    Column("command_id", String(40), primary_key=True), Column("incarnation", String(40), nullable=False),
    Column("seq", Integer, nullable=False), _text("kind"), Column("version", Integer), Column("actor", String(80)),
    Column("subject", String(80)), Column("payload", LargeBinary), _flag("sealed"), _when("made_at"),
    _flag("rehearsal"), _flag("uncertain"), Column("told", JSON), _text("status"), _text("reason", None), Column("detail", JSON),
    Column("revision", Integer),
)  # fmt: skip
# what attachments hold, by its hash, in pieces; no command carries it and no terminal pulls it
store_contents = Table(
    "contents", store_side,
    Column("hash", String(64), primary_key=True), Column("n", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False), _when("kept_at"),
)  # fmt: skip
UNIQUE_IN_STORE = (
    ("outcomes", "incarnation", "seq"), ("tickets", "day", "number"), ("bookings", "number"), ("cards", "number"),
    ("copies", "number"), ("operators", "login"), ("rooms", "code"), ("items", "code"), ("counters", "code"),
)  # fmt: skip

# a home's own
home = Table(
    "home", home_side,
    Column("one", Integer, primary_key=True), Column("station", String(40)), Column("terminal", String(40)),
    Column("incarnation", String(40)), Column("epoch", String(40)), Column("schema", Integer), Column("cursor", Integer),
    Column("seen", String(80)), _number("purged_to", 0), _number("backed_up", 0),
    Column("next_seq", Integer),
    Column("letter", String(4)), Column("last_booking", Integer),
    Column("last_made_at", DateTime), Column("last_exchange", DateTime), _flag("demo"), _number("book", 0),
    Column("machine", String(64)), _text("stage", "normal"), Column("follows", JSON), Column("seal_key", LargeBinary),
    Column("hub_time", DateTime), Column("boot", String(64)), Column("boot_seconds", Float),
    Column("walk_table", String(40)), Column("walk_after", String(80)), Column("walk_upto", Integer),
)  # fmt: skip
# wrong passwords tried here one after the other; `login` is a hash, for people type passwords there, too
wrong_passwords = Table(
    "wrong_passwords", home_side,
    Column("login", String(64), primary_key=True), Column("wrong", Integer, nullable=False),
    Column("last", DateTime, nullable=False),
)  # fmt: skip
numbers = Table(
    "numbers", home_side, Column("day", Date, primary_key=True), Column("last", Integer, nullable=False)
)
outbox = Table(
    "outbox", home_side,
    Column("n", Integer, primary_key=True), Column("command_id", String(40), nullable=False, unique=True),
    Column("incarnation", String(40), nullable=False), Column("seq", Integer, nullable=False), _text("kind"),
    Column("version", Integer), Column("actor", String(80)), Column("subject", String(80)),
    Column("payload", LargeBinary), _flag("sealed"), _when("made_at"), _flag("rehearsal"), _flag("uncertain"),
    _text("state"), _text("reason", None), Column("detail", JSON), Column("result", JSON), Column("told", JSON),
    Column("revision", Integer), Column("before", JSON), Index("outbox_state", "state", "n"),
)  # fmt: skip
# what was attached here; `sent` is the epoch of the store that has it, too
home_contents = Table(
    "contents", home_side,
    Column("hash", String(64), primary_key=True), Column("n", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False), Column("sent", String(40)),
    _index_where("contents_unsent", "hash", "sent IS NULL"),
)  # fmt: skip
pending = Table(
    "pending", home_side, Column("tab", String(40), primary_key=True), Column("id", String(80), primary_key=True),
    Column("n", Integer, nullable=False), sqlite_with_rowid=False,
)  # fmt: skip

SCHEMA = 1
BOOK_TABLES = frozenset(
    t.name
    for t in (
        station,
        areas,
        items,
        counters,
        rooms,
        series,
        policies,
        calendar_days,
        calendar_years,
        consents,
        locations,
        operators,
    )
)
REPLICATED = {t.name: t for t in domain.tables.values() if t is not outcomes}
PERSON_COLUMNS = ("resident", "on_behalf_of", "guardian")
"""Columns of any table, and fields of any command, that name a resident."""
PERSONAL = frozenset(name for name, table in REPLICATED.items() if table.info["personal"])


def held_by(role: str) -> frozenset[str]:
    """Which tables a terminal of this role may hold: what identifies people goes to desks only."""
    return frozenset(REPLICATED) - (frozenset() if role == "desk" else PERSONAL)
