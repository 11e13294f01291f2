"""Safe contact and restricted records."""

from datetime import datetime, time

from django.db import transaction

from core import dates
from core.access.actor import Actor, Kind
from core.accounts.models import User
from core.audit import services as audit
from core.audit.models import Event, EventQuerySet
from core.errors import DomainError
from core.notifications.rules import safe_contact as rules
from core.notifications.rules.message import Message, Recipient
from core.notifications.services import outbox
from households import policies
from households.models import Household, RestrictedAccess, SafeContact
from households.rules.case import Restriction, restricted_in_words
from households.selectors import contact

OPENED = "household.open_restricted"


def recipient(household: Household) -> Recipient:
    """Whom to write to, with the rule that the one send service checks."""
    return Recipient(
        name=household.name,
        email=household.email,
        telephone=household.telephone,
        postal_address=household.present_address,
        user_id=household.resident_id,
        safe_contact=contact.rule_of(household),
    )


def tell(household: Household, message: Message, *, about: tuple[str, str] | None = None, at: datetime) -> None:
    """Write to the household about their own record, or about another that is theirs, as safe contact allows."""
    outbox.send(message, to=recipient(household), about=about or household.subject, at=at)


@transaction.atomic
def set_safe_contact(*, ref: str, seen: int, rule: rules.SafeContact, actor: Actor, at: datetime) -> Household:
    """Record how this household may be reached. It bites at once, also for what is waiting to be sent."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    SafeContact.objects.update_or_create(
        household=household, defaults={name: getattr(rule, name) for name in rule.__dataclass_fields__}
    )
    outbox.refuse_waiting(to=recipient(household))
    audit.record(actor=actor, action="household.set_safe_contact", subject=household.subject, at=at)
    return household.write()


def rule_out(*, household: Household, rule: rules.SafeContact, actor: Actor, at: datetime) -> None:
    """Bar more ways of reaching them, as they asked themselves. What was barred before stays so.

    Runs in the caller's transaction. A form about the household that was opened before is out of date by it.
    """
    row = Household.objects.lock(household.reference)
    known, _ = SafeContact.objects.get_or_create(household=row)
    for name in rule.__dataclass_fields__:
        setattr(known, name, getattr(known, name) or getattr(rule, name))
    known.save()
    outbox.refuse_waiting(to=recipient(row))
    audit.record(actor=actor, action="household.set_safe_contact", subject=row.subject, at=at)
    row.write()


@transaction.atomic
def learn(*, ref: str, email: str = "", telephone: str = "", how: str, actor: Actor, at: datetime) -> Household:
    """Fill in how to reach them where we did not know, with how we know that it is theirs. What we knew stays."""
    household = Household.objects.lock(ref)
    policies.may_work(actor).require()
    given = {"email": email, "telephone": telephone}
    filled = {name: value for name, value in given.items() if value and not getattr(household, name)}
    if not filled:
        return household
    audit.record(
        actor=actor,
        action="household.learn_contact",
        subject=household.subject,
        at=at,
        after={"filled": sorted(filled)},
        note=how,
    )
    return household.write(**filled)


@transaction.atomic
def restrict(
    *, ref: str, seen: int, restriction: Restriction, restricted_because: str = "", actor: Actor, at: datetime
) -> Household:
    """Make the record absent for everyone but its lead officer, those added to its list, and managers."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_restrict(actor).require()
    because = restricted_in_words(restriction, restricted_because)
    household.write(restricted=True, restriction=restriction, restricted_because=because)
    for officer_id in {household.lead_officer_id, actor.user_id} - {None}:
        RestrictedAccess.objects.get_or_create(
            household=household, officer_id=officer_id, defaults={"reason": because, "granted_at": at}
        )
    audit.record(actor=actor, action="household.restrict", subject=household.subject, at=at, note=because)
    return household


@transaction.atomic
def allow(
    *, ref: str, seen: int | None = None, officer_ref: str, reason: str, actor: Actor, at: datetime
) -> RestrictedAccess:
    """Put an officer on the list of a restricted household, with the reason."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_restrict(actor).require()
    officer = User.objects.filter(reference=officer_ref, kind=Kind.OFFICER, is_active=True).first()
    if officer is None:
        raise DomainError("Choose an officer.", field="officer", code="no_officer")
    if not household.restricted:
        raise DomainError("This record is not restricted.", code="not_restricted")
    access, _ = RestrictedAccess.objects.get_or_create(
        household=household, officer_id=officer.pk, defaults={"reason": reason, "granted_at": at}
    )
    audit.record(
        actor=actor,
        action="household.allow",
        subject=household.subject,
        at=at,
        after={"officer": officer.reference},
        note=reason,
    )
    household.write()
    return access


def record_opening(*, ref: str, actor: Actor, at: datetime) -> None:
    """Write down that an officer opened a restricted record: once an officer and London day (workflows 2.20).

    Every page that shows such a record calls this. It stands in the record's history, which its lead officer reads.
    """
    if _openings(ref, actor, at).exists():
        return
    with transaction.atomic():
        household = Household.objects.lock(ref)
        if household.restricted and not _openings(ref, actor, at).exists():
            audit.record(actor=actor, action=OPENED, subject=household.subject, at=at)


def _openings(ref: str, actor: Actor, at: datetime) -> EventQuerySet:
    """What is written down of this officer and this record on the London day."""
    midnight = datetime.combine(dates.today(at), time.min, tzinfo=dates.LONDON)
    return Event.objects.about((Household.KIND, ref)).filter(action=OPENED, actor_id=actor.user_id, at__gte=midnight)
