"""Giving a piece of the council's work to an officer by name."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.deadlines import policies
from core.deadlines import services as deadlines
from core.deadlines.models import Deadline
from core.errors import DomainError, NotFound, Stale
from properties.services import checks
from workspaces.selectors import work as selectors
from workspaces.selectors.scope import Subject


@transaction.atomic
def give(*, about: Subject, kind: str, seen: int, to_id: int | None, actor: Actor, at: datetime) -> Deadline:
    """Give what waits about a record to an officer, or back to everybody who may do it.

    `seen` is who had it on the page, 0 for nobody. Raises NotFound when it is done, and DomainError for somebody who
    may not do it or may not know of the record.
    """
    work = selectors.waiting(about, kind, actor).select_for_update(of=("self",)).first()
    if work is None:
        raise NotFound("This does not wait for an officer any more.", code="no_such_work")
    policies.may_give(actor, work).require()
    if seen != (work.person_id or 0):
        raise Stale(*about)
    names = {officer.user_id: officer.name for officer in selectors.takers(work)}
    if to_id is not None and to_id not in names:
        raise DomainError("Choose somebody who may do this.", field="to_id", code="may_not_do_it")
    deadlines.give(kind=kind, subject=about, person_id=to_id)
    if kind == checks.VISIT:
        checks.given(home_ref=about[1], officer_id=to_id)
    audit.record(
        actor=actor,
        action="work.give_back" if to_id is None else "work.give",
        subject=about,
        at=at,
        reason=kind,
        before={"who": work.person.name if work.person else ""},
        after={"who": names.get(to_id, "")},
    )
    return work
