"""What a command's terminal says of it, now and once the hub has spoken."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.domain.states import OutcomeStatus
from kiosk.sync.messages import Decided


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a command as its terminal knows it now; `result` also holds what was only said (a slip's code, a PIN)."""

    id: str
    kind: str
    status: OutcomeStatus
    reason: str | None = None
    detail: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)

    @property
    def is_refused(self) -> bool:
        return self.status is OutcomeStatus.REFUSED


class NothingStored(Exception):
    """Rolls the local transaction back: a refusal leaves no trace, not even a used number."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.reason)
        self.answer = answer

    @classmethod
    def because(cls, command_id: str, kind: str, refused: Any) -> "NothingStored":
        return cls(Answer(command_id, kind, OutcomeStatus.REFUSED, refused.reason.value, refused.detail))


def as_decided(answer: Answer, decided: Decided | None) -> Answer:
    if decided is None:
        return answer
    result = {} if decided.status == OutcomeStatus.REFUSED else answer.result | decided.result
    return Answer(
        answer.id, answer.kind, OutcomeStatus(decided.status), decided.reason, decided.detail, result
    )


def decision_in(row: Any) -> Decided | None:
    """The hub's word in a row of the outbox, if it has spoken."""
    if row.state == OutcomeStatus.PENDING:
        return None
    return Decided(
        row.command_id, row.state, row.reason, row.detail or {}, row.result or {}, (), row.revision
    )
