"""The slip of someone who took a number: the number, how long, what to have ready, the code to ask with."""

from PIL import Image

from kiosk.commands.records import BookingSlip, Material, NumberSlip
from kiosk.domain.states import Mode
from kiosk.reports.paper import BODY, HEAD, SMALL, TEXT, Paper
from kiosk.reports.sentences import short_day_text, time_text, word
from kiosk.reports.slip_words import SlipWords

NUMBER, QUEUE = 216, 46
_NOTES = {
    Mode.ERRAND: ("errand_note",),
    Mode.HOME_VISIT: ("visit_note",),
    Mode.CALLBACK: ("callback_note",),
}


def number_slip(record: NumberSlip, code: str, lang: str) -> Image.Image:
    """`code` is only said when the number is taken; it is printed and kept nowhere."""
    say, paper = SlipWords("number", lang), Paper()
    paper.centred(say.pick(record.station, record.station_en), TEXT)
    paper.rule()
    paper.centred(say("title"), TEXT)
    paper.big(record.number, NUMBER)
    _what_next(paper, record, say)
    _facts(paper, record, say)
    paper.rule()
    _materials(paper, record, say)
    paper.rule()
    paper.left(say("progress"), HEAD, least=BODY)
    paper.code(code, say.lines("code_lines"))
    for note in _notes(record.mode):
        paper.left(say(note), BODY, least=SMALL)
    paper.rule()
    footer(paper, record, say, say("valid_today") if record.mode is Mode.COUNTER else "")
    return paper.cut()


def _what_next(paper: Paper, record: NumberSlip, say: SlipWords) -> None:
    if record.mode is not Mode.COUNTER:
        paper.bar(word("mode", record.mode.value, say.lang))
        return
    waits = say("ahead", ahead=record.ahead, minutes=record.minutes) if record.ahead else say("next")
    paper.centred(waits, QUEUE if len(waits) < 16 else TEXT)
    called = say("counter", counter=record.counter) if record.counter else say("any_counter")
    paper.bar(f"{say('priority')} · {called}" if record.priority else called)


def _facts(paper: Paper, record: NumberSlip, say: SlipWords) -> None:
    taken = f"{short_day_text(record.made_at.date(), say.lang)} {time_text(record.made_at)}"
    facts = [(say("item"), say.pick(record.item, record.item_en)), (say("taken_at"), taken)]
    if record.mode is Mode.CALLBACK and record.due:
        facts.append((say("call_by"), short_day_text(record.due, say.lang)))
    elif record.mode is not Mode.COUNTER:
        facts.append((say("promised"), say("promised_days", days=record.promised_days)))
    paper.facts(facts)


def _materials(paper: Paper, record: NumberSlip, say: SlipWords) -> None:
    if not record.materials:
        paper.left(say("no_materials"), HEAD)
        return
    paper.left(say("materials"), HEAD)
    for material in record.materials:
        paper.box_to_tick(_material(material, say))
    paper.left(say("materials_note"), BODY, least=SMALL)


def _material(material: Material, say: SlipWords) -> str:
    name = say.pick(material.name, material.name_en)
    if material.required:
        return name
    return f"{name}（{say('optional')}）" if say.lang == "zh" else f"{name} ({say('optional')})"


def _notes(mode: Mode) -> tuple[str, ...]:
    return _NOTES.get(mode, ("listen", "missed"))


def footer(paper: Paper, record: NumberSlip | BookingSlip, say: SlipWords, *facts: str) -> None:
    hours = f"{record.opens}–{record.closes}" if record.opens else ""
    place = [say("terminal", terminal=record.terminal), record.place, hours]
    paper.thin_facts([say("privacy"), *facts])
    paper.thin_facts(place)
