from typing import Any

from core.access.actor import Actor
from core.deadlines.models import Deadline
from deposits import policies as deposits
from deposits.rules.application import ApplicationState
from households import policies as households
from landlords import policies as landlords
from landlords.services.registrations import CHECKS


def could_do(actor: Actor, work: Deadline, record: Any) -> bool:
    """Whether a piece of work may be this officer's: nobody does the second part of what they began themselves."""
    if work.subject_kind == "scheme_application" and record.state == ApplicationState.RECOMMENDED:
        return bool(deposits.may_approve(actor, record))
    if work.subject_kind == "signature_request":
        return bool(households.may_sign(actor, record))
    if work.kind == CHECKS and record.recommended_by_id:
        return bool(landlords.may_activate(actor, record, adverse=True))
    return True
