"""Who works here, as the manager sees it."""

from db import tables as t
from db.work import Work
from kiosk.commands import records as r
from kiosk.commands.base import MANAGER
from kiosk.commands.desk_lists import DeskList
from kiosk.domain.search_keys import normal
from kiosk.domain.states import OperatorRole
from kiosk.services.registry import Asking, pages


@pages("operators", by=MANAGER)
def list_operators(work: Work, asked: DeskList, asking: Asking) -> r.DeskPage:
    """A handful: sorted and searched here."""
    q = normal(asked.q)
    found = [row for row in work.book.all(t.operators) if q in normal(f"{row.login}{row.name}")]
    orders = {
        "login": lambda row: row.login,
        "role": lambda row: (row.role, row.name),
        "name": lambda row: row.name,
    }
    found.sort(key=orders.get(asked.sort, orders["name"]), reverse=asked.down)
    shown = found[asked.offset : asked.offset + asked.limit]
    return r.DeskPage(
        total=len(found),
        rows=tuple(
            r.OperatorRow(
                id=row.id,
                login=row.login,
                name=row.name,
                role=OperatorRole(row.role),
                active=row.active,
                can_sign_in=bool(row.password_hash) or work.book.station.demo,
                pending=asking.is_pending("operators", row.id),
            )
            for row in shown
        ),
    )
