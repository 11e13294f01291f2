"""Starting tenancies."""

from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.notifications.services import outbox
from core.references import services as references
from core.states import Holder
from households.services import contact
from landlords import services as landlords
from lettings.services import nominations, offers
from tenancies import policies
from tenancies.messages import tenancies as messages
from tenancies.models import Tenancy
from tenancies.rules.tenancy import MOVE_IN_CHECKS, REQUIRED_BEFORE_KEYS, STILL_TO_DO, TENANCY


def check_move_in(checks: dict[str, bool], started_on: date, on: date) -> None:
    """Raises DomainError when the law wants something first. Anything else may follow, and is listed."""
    for name in sorted(REQUIRED_BEFORE_KEYS):
        if not checks.get(name):
            raise DomainError(f"This has to be done before the keys: {MOVE_IN_CHECKS[name]}.", field=name)
    if started_on > on:
        raise DomainError("Hand over the keys on the day itself, or record it afterwards.", field="started_on")


@transaction.atomic
def start(
    *,
    nomination_ref: str,
    started_on: date,
    checks: dict[str, bool],
    actor: Actor,
    at: datetime,
    seen: int | None = None,
) -> Tenancy:
    """Hand over the keys: the tenancy begins, the home is let, and what is still to do is listed.

    Raises DomainError when the written terms or the alarm test are missing (HA 1988 s16D, SI 2022/707),
    or the home is not lettable today.
    """
    policies.may_start(actor).require()
    nomination = nominations.locked_with_home(nomination_ref, seen)
    check_move_in(checks, started_on, dates.today(at))
    offer = offers.hand_over(ref=nomination_ref, actor=actor, at=at)
    tenancy = Tenancy.objects.create(
        reference=references.take(Tenancy.PREFIX, at=at),
        created_at=at,
        nomination=nomination,
        state=TENANCY.start,
        rent=offer.rent,
        rent_frequency=offer.rent_frequency,
        started_on=started_on,
        first_due_on=started_on,
        keys_handed_at=at,
        keys_handed_by_id=actor.user_id,
        checks={name: bool(checks.get(name)) for name in MOVE_IN_CHECKS},
    )
    audit.record(
        actor=actor,
        action="tenancy.start",
        subject=tenancy.subject,
        at=at,
        after={"started_on": started_on, "rent": offer.rent, "checks": tenancy.checks},
        to_state=tenancy.state,
    )
    for name, done in tenancy.checks.items():
        if not done:
            deadlines.set_deadline(
                kind=f"move_in_{name}",
                subject=tenancy.subject,
                what=STILL_TO_DO[name],
                holder=Holder.COUNCIL,
                capability=Can.START_TENANCIES,
                due_on=dates.add_working_days(dates.today(at), 2),
                at=at,
            )
    household, landlord = nomination.household, nomination.let.home.landlord
    outbox.send(messages.started_for_resident(tenancy), to=contact.recipient(household), about=tenancy.subject, at=at)
    outbox.send(messages.started_for_landlord(tenancy), to=landlords.recipient(landlord), about=tenancy.subject, at=at)
    return tenancy
