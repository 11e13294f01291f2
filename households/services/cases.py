"""Opening and changing a household's record."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.money import Money
from core.references import services as references
from core.states import Holder
from households import policies
from households.models import Household, Member, RestrictedAccess
from households.rules.case import CASE, MemberRole, Restriction, restricted_in_words
from households.services import decisions


@dataclass(frozen=True)
class Contact:
    """Who to ask for and how to reach them. Nothing but the name is needed to be helped."""

    name: str
    email: str = ""
    telephone: str = ""
    present_address: str = ""
    present_postcode: str = ""


@dataclass(frozen=True)
class Person:
    """A person of the household. An expected baby has `expected_on` and neither birthday nor sex.

    `partner_of` is the position, in the list of people, of the other adult of a couple.
    """

    name: str
    role: MemberRole
    born_on: date | None = None
    sex: str = ""
    expected_on: date | None = None
    stays_part_time: bool = False
    circumstances: dict[str, Any] = field(default_factory=dict)
    partner_of: int | None = None


@dataclass(frozen=True)
class Needs:
    """What they need and can pay. Areas are outcodes ("DA1") or authority codes; money is a month's."""

    brma_key: str = ""
    wanted_areas: tuple[str, ...] = ()
    unsafe_areas: tuple[str, ...] = ()
    pets: str = "none"
    smoker: bool = False
    max_floor_without_lift: int | None = None
    needs_step_free: bool = False
    needs_wheelchair: bool = False
    housing_needs: str = ""
    support_needs: str = ""
    monthly_income: Money | None = None
    rent_ceiling: Money | None = None
    move_by: date | None = None
    existing_liability_ends_on: date | None = None


def check_people(people: tuple[Person, ...], on: date) -> None:
    """Raises DomainError unless there is exactly one applicant and every date makes sense.

    Nobody at all is in order too: a case opens with a name alone, and the people follow.
    """
    if people and sum(person.role is MemberRole.APPLICANT for person in people) != 1:
        raise DomainError("There must be one applicant.", field="people", code="one_applicant")
    if sum(person.role is MemberRole.PARTNER for person in people) > 1:
        raise DomainError("There can be one partner only.", field="people", code="one_partner")
    for person in people:
        if person.role is MemberRole.EXPECTED_BABY:
            continue
        if person.born_on is None:
            raise DomainError("Enter a date of birth.", field="born_on")
        if person.born_on > on:
            raise DomainError("A date of birth cannot be in the future.", field="born_on")
        if person.sex not in ("F", "M"):
            raise DomainError("Choose female or male: the bedroom rules ask it.", field="sex")


def write_people(household: Household, people: tuple[Person, ...]) -> None:
    """Record who is in a household that has nobody yet."""
    rows = Member.objects.bulk_create(
        Member(
            household=household,
            name=person.name,
            role=person.role,
            born_on=person.born_on,
            sex=person.sex,
            expected_on=person.expected_on,
            stays_part_time=person.stays_part_time,
            circumstances=person.circumstances,
        )
        for person in people
    )
    for person, row in zip(people, rows, strict=True):
        if person.partner_of is not None:
            Member.objects.filter(pk=row.pk).update(partner_of=rows[person.partner_of])


def ring_soon(household: Household, at: datetime) -> None:
    """The first call, by the next working day."""
    deadlines.set_deadline(
        kind="first_contact",
        subject=household.subject,
        what="ring this household",
        holder=Holder.COUNCIL,
        capability=Can.WORK_HOUSEHOLDS,
        person_id=household.lead_officer_id,
        due_on=dates.add_working_days(dates.today(at), 1),
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
    )


@transaction.atomic
def open_case(
    *,
    contact: Contact,
    people: tuple[Person, ...] = (),
    what_happened: str = "",
    loss_reason: str = "",
    approach_on: date,
    restriction: Restriction | None = None,
    restricted_because: str = "",
    actor: Actor,
    at: datetime,
) -> Household:
    """Record a household that asks for help. `restricted_because` says the restriction in other words than its own.

    Nothing but a name is needed, and never a document: papers only prove an offer or a payment (house rule).
    """
    policies.may_work(actor).require()
    if not contact.name.strip():
        raise DomainError("Enter a name to call them by.", field="name", code="no_name")
    check_people(people, dates.today(at))
    if approach_on > dates.today(at):
        raise DomainError("The day they came to us cannot be in the future.", field="approach_on")
    household = Household.objects.create(
        reference=references.take(Household.PREFIX, at=at),
        created_at=at,
        state=CASE.apply(CASE.start, "triage"),
        name=contact.name,
        email=contact.email,
        telephone=contact.telephone,
        present_address=contact.present_address,
        present_postcode=contact.present_postcode,
        lead_officer_id=actor.user_id,
        approach_on=approach_on,
        what_happened=what_happened,
        loss_reason=loss_reason,
        restricted=restriction is not None,
        restriction=restriction or "",
        restricted_because=restricted_in_words(restriction, restricted_because) if restriction else "",
    )
    if restriction and actor.user_id:
        RestrictedAccess.objects.create(
            household=household, officer_id=actor.user_id, reason="Lead officer", granted_at=at
        )
    write_people(household, people)
    audit.record(
        actor=actor,
        action="household.open_case",
        subject=household.subject,
        at=at,
        after={"people": len(people), "restricted": household.restricted},
        from_state=CASE.start,
        to_state=household.state,
    )
    ring_soon(household, at)
    return household


@transaction.atomic
def change_people(*, ref: str, seen: int, people: tuple[Person, ...], actor: Actor, at: datetime) -> Household:
    """Put the list of people right. The bedroom and rent answers follow by themselves."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    check_people(people, dates.today(at))
    household.members.all().delete()
    write_people(household, people)
    audit.record(
        actor=actor, action="household.change_people", subject=household.subject, at=at, after={"people": len(people)}
    )
    return household.write()


@transaction.atomic
def change_needs(*, ref: str, seen: int, needs: Needs, actor: Actor, at: datetime) -> Household:
    """Record what the household needs and can pay."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    both = set(needs.wanted_areas) & set(needs.unsafe_areas)
    if both:
        raise DomainError(
            f"An area cannot be wanted and unsafe: {', '.join(sorted(both))}.", field="unsafe_areas", code="area_twice"
        )
    changes = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in ((name, getattr(needs, name)) for name in needs.__dataclass_fields__)
    }
    before = {name: getattr(household, name) for name in changes}
    household.write(**changes)
    audit.record(
        actor=actor, action="household.change_needs", subject=household.subject, at=at, before=before, after=changes
    )
    return household


@transaction.atomic
def start_assessment(*, ref: str, seen: int, on: date, actor: Actor, at: datetime) -> Household:
    """The assessment starts (s189A). Papers are never a condition."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    move(household, CASE, "assess", actor=actor, at=at, assessment_on=on, application_on=household.application_on or on)
    deadlines.done(kind="first_contact", subject=household.subject, at=at)
    return household


@transaction.atomic
def help_early(*, ref: str, seen: int, reason: str, actor: Actor, at: datetime) -> Household:
    """Help before any duty is owed: pre-prevention, with no statutory clock."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    move(household, CASE, "help_early", actor=actor, at=at, note=reason)
    deadlines.done(kind="first_contact", subject=household.subject, at=at)
    return household


@transaction.atomic
def close(*, ref: str, seen: int, reason: str, actor: Actor, at: datetime) -> Household:
    """Close a case on which nothing more is owed.

    Raises DomainError while a duty or a stay is open, or a notice waits to be put into the record.
    """
    household = Household.objects.lock(ref, seen=seen)
    policies.may_decide(actor).require()
    if decisions.notice_waits(household):
        raise DomainError("Put the notice that waits into this record first.", code="notice_waits")
    if household.duties.open().exists():
        raise DomainError("End the duty first: it needs its ground and its letter.", code="duty_open")
    if household.placements.filter(ended_on=None).exists():
        raise DomainError("End the stay in temporary accommodation first.", code="placement_open")
    move(household, CASE, "close", actor=actor, at=at, note=reason)
    deadlines.close_all(subject=household.subject, at=at, outcome="closed")
    return household


@transaction.atomic
def reopen(*, ref: str, seen: int, reason: str, actor: Actor, at: datetime) -> Household:
    """They asked for help again: a new application from today, with its own assessment and plan."""
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    return move(household, CASE, "reopen", actor=actor, at=at, note=reason, application_on=dates.today(at))
