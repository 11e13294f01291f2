"""The promise on top of every record, from its machine, its deadlines and its reader."""

from collections.abc import Collection
from datetime import date

from django.conf import settings

from core.access.actor import Actor, Kind
from core.deadlines import policies, selectors
from core.deadlines.models import Deadline
from core.references.models import Record
from core.states import Holder, Machine
from core.ui.addresses import page_url
from core.ui.components import Strip

HOLDER_OF = {
    Kind.LANDLORD: Holder.LANDLORD,
    Kind.RESIDENT: Holder.RESIDENT,
    Kind.PARTNER: Holder.PARTNER,
    Kind.OFFICER: Holder.COUNCIL,
}
WHO = {
    Holder.COUNCIL: "We",
    Holder.LANDLORD: "The landlord has to",
    Holder.RESIDENT: "The household has to",
    Holder.PARTNER: "The partner has to",
}


def in_words(deadline: Deadline, actor: Actor) -> str:
    """What has to be done, as the reader would say it: "You have to sign", "We visit the home"."""
    holder = Holder(deadline.holder)
    who = "You have to" if HOLDER_OF.get(actor.kind) is holder and not actor.is_officer else WHO.get(holder, "Someone")
    return f"{who} {deadline.what}."


def given_to(deadline: Deadline | None, actor: Actor) -> dict[str, str]:
    """Whose it is by name, and where an officer who may gives it to another: the rest of a strip for officers."""
    if deadline is None or not actor.is_officer or deadline.holder != Holder.COUNCIL:
        return {}
    name = deadline.person.name if deadline.person else ""
    return {"holder_name": name, "give_url": give_url(deadline) if policies.may_give(actor, deadline) else ""}


def give_url(deadline: Deadline) -> str:
    return page_url(settings.WORK_PAGE, *deadline.subject, deadline.kind)


def strip_for(
    row: Record,
    machine: Machine,
    title: str,
    actor: Actor,
    on: date,
    *,
    next_step: str = "",
    leading: Collection[str] = (),
) -> Strip:
    """What the record is, who holds it, what happens next and by when, for this reader.

    What happens next and by when are of one thing. Officers read the first deadline; others read what the state
    says to them, unless the deadline is somebody else's than the state's. Deadlines of the kinds that are `leading`
    come before all that is sooner.
    """
    state = machine.state(row.state).to(HOLDER_OF.get(actor.kind))
    deadline = selectors.next_for(row.subject, leading=leading)
    holder = Holder(deadline.holder) if deadline else state.holder
    yours = HOLDER_OF.get(actor.kind) is holder and not actor.is_officer
    if not next_step and deadline is not None and (actor.is_officer or holder is not state.holder):
        next_step = in_words(deadline, actor)
    return Strip(
        title=title,
        state=state,
        next_step=next_step,
        by=deadline.due_on if deadline else None,
        otherwise=deadline.otherwise if deadline else "",
        reference=row.reference,
        on=on,
        yours=yours,
        held_by=holder,
        **given_to(deadline, actor),
    )
