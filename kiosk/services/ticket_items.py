"""What a ticket is about, and whose work: another item, one more, priority, for whom, parts of it for somebody else."""

from typing import Any

from db import tables as t
from db.work import Work
from kiosk.commands.ticket_desk import (
    AddItem,
    AssignTicket,
    ChangeItem,
    LinkFor,
    OpenSubticket,
    SetPriority,
)
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Mode, TicketState
from kiosk.domain.tickets import Move, may_add_item, next_state
from kiosk.services.house import ticket_policy_of
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.ticket_moves import due_of, items_of_ticket, move_ticket, remember
from kiosk.services.ticket_opening import add_ticket, bad_mode, drawn_number
from kiosk.services.ticket_references import changed, find_ticket, is_on_duty

UNKNOWN = Refused.because(Reason.UNKNOWN_TICKET)
UNKNOWN_ITEM = Refused.because(Reason.UNKNOWN_ITEM)
SAME = Refused.because(Reason.ALREADY_DONE, of="ticket")


@handles(ChangeItem)
def change_item(work: Work, wish: ChangeItem, made: Made) -> Outcome:
    ticket = work.row(t.tickets, wish.ticket)
    if ticket is None:
        return UNKNOWN
    values = item_changed(work, ticket, wish.item)
    if isinstance(values, Refused):
        return values
    detail = {"from": ticket.item, "item": wish.item}
    return move_ticket(work, made, ticket.id, Move.CHANGE, what="change_item", detail=detail, **values)


def item_changed(work: Work, ticket: Any, item: str) -> dict[str, Any] | Refused:
    """What another first item makes of a ticket; each item stands under a number once, and must be done that way at all."""
    row = work.book.get(t.items, item)
    if row is None:
        return UNKNOWN_ITEM
    if item == ticket.item:
        return SAME
    if ticket.mode != Mode.CALLBACK and ticket.mode not in row.modes:
        return bad_mode()
    more = [other for other in ticket.more_items or () if other != item]
    return {"item": item, "more_items": more or None, "due": due_of(work, ticket, [item, *more])}


@handles(AddItem)
def add_item(work: Work, wish: AddItem, made: Made) -> Outcome:
    ticket = work.row(t.tickets, wish.ticket)
    if ticket is None:
        return UNKNOWN
    if work.book.get(t.items, wish.item) is None:
        return UNKNOWN_ITEM
    items = items_of_ticket(ticket)
    if refused := may_add_item(ticket_policy_of(work.book), items, wish.item):
        return refused
    items.append(wish.item)
    return move_ticket(
        work,
        made,
        ticket.id,
        Move.CHANGE,
        what="add_item",
        detail={"item": wish.item},
        more_items=items[1:],
        due=due_of(work, ticket, items),
    )


@handles(SetPriority)
def set_priority(work: Work, wish: SetPriority, made: Made) -> Outcome:
    ticket = work.row(t.tickets, wish.ticket)
    if ticket is not None and ticket.priority == wish.priority:
        return SAME
    detail = {"priority": wish.priority}
    return move_ticket(
        work, made, wish.ticket, Move.CHANGE, what="set_priority", detail=detail, priority=wish.priority
    )


@handles(AssignTicket)
def assign_ticket(work: Work, wish: AssignTicket, made: Made) -> Outcome:
    ticket = work.row(t.tickets, wish.ticket)
    if wish.operator and not is_on_duty(work, wish.operator):
        return Refused.because(Reason.UNKNOWN_OPERATOR)
    if ticket is not None and ticket.assigned == wish.operator:
        return SAME
    detail = {"operator": wish.operator}
    return move_ticket(
        work, made, wish.ticket, Move.CHANGE, what="assign", detail=detail, assigned=wish.operator
    )


@handles(LinkFor)
def link_for(work: Work, wish: LinkFor, made: Made) -> Outcome:
    ticket, other = work.row(t.tickets, wish.ticket), work.row(t.residents, wish.on_behalf_of)
    if other is None or other.erased:
        return Refused.because(Reason.UNKNOWN_RESIDENT if other is None else Reason.ERASED)
    if ticket is not None and ticket.resident == other.id:
        return Refused.because(Reason.NOT_ALLOWED, field="on_behalf_of")
    relation = wish.relation.value if wish.relation else None
    return move_ticket(
        work, made, wish.ticket, Move.CHANGE, what="link_for", on_behalf_of=other.id, relation=relation
    )


@completes(OpenSubticket)
def complete_subticket(work: Work, wish: OpenSubticket, made: Made, drawer: Drawer) -> Completed | Refused:
    ticket = find_ticket(work, wish.ticket, made.made_at.date())
    if isinstance(ticket, Refused):
        return ticket
    item = work.book.find(t.items, wish.item)
    if item is None:
        return Refused.because(Reason.UNKNOWN_ITEM, item=wish.item)
    told, said = drawn_number(drawer, made)
    mode = wish.mode or Mode(item.modes[0])
    return Completed(changed(wish, ticket=ticket.id, item=item.id, mode=mode, told=told), said)


@handles(OpenSubticket)
def open_subticket(work: Work, wish: OpenSubticket, made: Made) -> Outcome:
    """A part waits for nobody at the counters: it lies open for whoever does it."""
    parent, item = work.row(t.tickets, wish.ticket), work.book.get(t.items, wish.item)
    if parent is None:
        return UNKNOWN
    if item is None or wish.told is None or wish.mode is None:
        return UNKNOWN_ITEM
    if wish.mode is not Mode.CALLBACK and wish.mode not in item.modes:
        return bad_mode()
    if isinstance(refused := next_state(TicketState(parent.state), Move.CHANGE), Refused):
        return refused
    add_ticket(
        work,
        made,
        item,
        wish.told,
        wish.mode,
        waits=False,
        parent=parent.id,
        resident=parent.resident,
        on_behalf_of=parent.on_behalf_of,
        relation=parent.relation,
        priority=parent.priority,
    )
    remember(work, made, parent.id, "open_subticket", {"ticket": made.id}, n=2)
    return Accepted({"ticket": made.id, "number": wish.told.number})
