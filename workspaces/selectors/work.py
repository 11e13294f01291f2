"""One piece of the council's work: what it is, and who may have it."""

from core.access.actor import Actor, Can
from core.accounts.selectors import staff
from core.deadlines.models import Deadline, DeadlineQuerySet
from core.states import Holder
from workspaces import policies
from workspaces.selectors import scope
from workspaces.selectors.scope import KINDS, Subject


def waiting(about: Subject, kind: str, actor: Actor) -> DeadlineQuerySet:
    """The open piece of work of this kind about a record that the actor may know of: one row, or none."""
    rows = Deadline.objects.open().about(about).filter(kind=kind, holder=Holder.COUNCIL)
    return scope.allowed(rows, actor)


def takers(work: Deadline) -> list[Actor]:
    """The officers who may do it and may know of its record, by name."""
    kind, able = KINDS[work.subject_kind], staff.able(Can(work.capability)) if work.capability else []
    record = kind.model.objects.get(reference=work.subject_reference)
    return [
        officer
        for officer in able
        if policies.could_do(officer, work, record)
        and kind.visible_to(officer).filter(reference=work.subject_reference).exists()
    ]
