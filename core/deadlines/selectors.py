from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, When
from django.db.models.functions import TruncDate

from core import dates
from core.access.actor import Actor, Can
from core.deadlines.models import Deadline, DeadlineQuerySet, Reminder
from core.deadlines.services import MANAGER_IS_TOLD
from core.states import Holder


def open_for(subject: tuple[str, str]) -> list[Deadline]:
    """Everything still to be done about a record, soonest first."""
    return list(Deadline.objects.about(subject).open().select_related("person").soonest_first())


def next_for(*subjects: tuple[str, str], leading: Collection[str] = ()) -> Deadline | None:
    """What must be done first about a record, or several: of the kinds that lead, if one is open, else the soonest."""
    return Deadline.objects.about(*subjects).open().select_related("person").soonest_first(leading).first()


def next_for_each(references: Mapping[str, Iterable[str]]) -> dict[str, Deadline]:
    """The same for many records, given by kind, each found by its reference, in one query: for lists."""
    found: dict[str, Deadline] = {}
    about = Q(pk__in=[])
    for kind, named in references.items():
        about |= Q(subject_kind=kind, subject_reference__in=named)
    for deadline in Deadline.objects.filter(about).open().soonest_first():
        found.setdefault(deadline.subject_reference, deadline)
    return found


def queue(actor: Actor) -> DeadlineQuerySet:
    """What this officer is to do: theirs by name, and what anybody with their capabilities may take.

    Which records they may see is for the caller to add: this layer does not know what is restricted.
    """
    anybody = Q(person=None, capability__in=["", *actor.capabilities])
    return _councils().filter(Q(person_id=actor.user_id) | anybody)


def team_queue(actor: Actor) -> DeadlineQuerySet:
    """What all officers together are to do, whoever has it: of the kinds that this officer could do or give out."""
    if actor.can(Can.GIVE_OUT_WORK):
        return _councils()
    return _councils().filter(Q(person_id=actor.user_id) | Q(capability__in=["", *actor.capabilities]))


def to_remind(kind: str, on: date) -> list[Deadline]:
    """Open deadlines of a kind with a reminder due by today, each once, soonest first."""
    due = Q(reminders__sent_at=None, reminders__due_on__lte=on)
    return list(Deadline.objects.open().filter(due, kind=kind).distinct().soonest_first())


def late_for_managers(on: date) -> list[Deadline]:
    """Passed deadlines of which managers were promised to hear, and have not, soonest first."""
    told = Reminder.objects.filter(deadline=OuterRef("pk"), due_on__gt=OuterRef("due_on"), sent_at__isnull=False)
    late = Deadline.objects.open().overdue(on).filter(holder=Holder.COUNCIL, otherwise=MANAGER_IS_TOLD)
    return list(late.exclude(Exists(told)).soonest_first())


AT_ONCE = Case(
    When(statutory=True, due_on=TruncDate("created_at", tzinfo=dates.LONDON), then=0),
    default=1,
    output_field=IntegerField(),
)
"""What the law asks on the very day it comes in stands before all that is late."""


def _councils() -> DeadlineQuerySet:
    found = Deadline.objects.open().filter(holder=Holder.COUNCIL).select_related("person")
    return found.order_by(AT_ONCE, "due_on", "-statutory", "pk")
