"""The only writers of homes, their certificates and photos."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.references import services as references
from core.states import Holder
from landlords import services as landlords
from landlords.models import Landlord
from properties import messages, policies
from properties.models import Home
from properties.rules import home_notice
from properties.rules.home import HOME, check_people
from properties.rules.inputs import HomeGiven, Where
from properties.selectors import lettable
from properties.selectors import notices as known_notices
from properties.services import certificates, checks, notices, photos


def columns(given: HomeGiven) -> dict[str, Any]:
    """The columns of a home that the landlord's answers fill."""
    where, what, licence = given.where, given.description, given.licensing
    return {
        **vars_of(where, "address town postcode uprn authority_code brma_key brma_source lat lon"),
        **vars_of(
            what,
            "property_type bedrooms max_occupants room_in_shared_house floor has_lift step_free wheelchair_accessible "
            "parking furnished pets_considered smoking_allowed has_gas heating has_fuel_burning_appliance "
            "supplies_electrical_equipment",
        ),
        "rent": given.rent.amount,
        "rent_frequency": given.rent.frequency,
        "bills_included": list(given.rent.bills_included),
        "in_selective_licensing_area": licence.selective_area,
        "selective_licence_number": licence.selective_number,
        "selective_licence_expires_on": licence.selective_expires_on,
        "hmo_mandatory": licence.hmo_mandatory,
        "hmo_additional": licence.hmo_additional,
        "hmo_licence_number": licence.hmo_number,
        "hmo_licence_expires_on": licence.hmo_expires_on,
    }


def vars_of(source: object, names: str) -> dict[str, Any]:
    return {name: getattr(source, name) for name in names.split()}


def check(given: HomeGiven, landlord_id: int, place: Home | Where, on: date) -> None:
    """Raises DomainError in a restricted period, naming its end, and for more people than the rooms hold."""
    until = home_notice.last_day(given.notice)
    if until is not None and home_notice.covers(given.notice, on):
        raise home_notice.restricted(until)
    if refusal := known_notices.refusal(landlord_id, place, on):
        raise refusal
    check_people(
        given.description.bedrooms,
        given.description.max_occupants,
        room_in_shared_house=given.description.room_in_shared_house,
    )


def hold(home: Home, given: HomeGiven, actor: Actor, at: datetime) -> None:
    """Link the files of the certificates and photos to the home, and what is known of notices."""
    notices.attach(home)
    if given.notice.given:
        notices.keep(home.landlord, home, home, given.notice, actor, at)
    for certificate in given.certificates:
        certificates.give(home, certificate, actor=actor, at=at)
    certificates.follow_gas(home, actor=actor, at=at)
    photos.place(home, given.photos, actor=actor, at=at)


@transaction.atomic
def add(*, landlord_ref: str, given: HomeGiven, actor: Actor, at: datetime) -> Home:
    """A landlord sends a home with its certificates and photos.

    Raises DomainError in a restricted period, and Refused for a suspended landlord.
    """
    landlord = Landlord.objects.lock(landlord_ref)
    policies.may_add(actor, landlord).require()
    check(given, landlord.pk, given.where, dates.today(at))
    home = Home.objects.create(
        reference=references.take(Home.PREFIX, at=at),
        created_at=at,
        landlord=landlord,
        state=HOME.apply(HOME.start, "submit"),
        **columns(given),
    )
    hold(home, given, actor, at)
    audit.record(
        actor=actor,
        action="home.submit",
        summary="Home sent to the council",
        subject=home.subject,
        at=at,
        after=columns(given),
        from_state=HOME.start,
        to_state=home.state,
    )
    due_on = certificates.await_check(home, at)
    landlords.tell(landlord, messages.home_received(home, due_on), about=home.subject, at=at)
    return home


@transaction.atomic
def change(*, ref: str, seen: int, given: HomeGiven, actor: Actor, at: datetime) -> Home:
    """The landlord puts right what an officer asked for and sends the home again."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_change(actor, home).require()
    check(given, home.landlord_id, home, dates.today(at))
    move(home, HOME, "submit", actor=actor, at=at, summary="Changed and sent again", change_asked="", **columns(given))
    hold(home, given, actor, at)
    deadlines.done(kind="home_changes", subject=home.subject, at=at)
    due_on = certificates.await_check(home, at)
    landlords.tell(home.landlord, messages.home_received(home, due_on), about=home.subject, at=at)
    return home


@transaction.atomic
def ask_for_changes(*, ref: str, seen: int, asked: str, actor: Actor, at: datetime) -> Home:
    """An officer asks the landlord to put something right before the home can be accepted."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_verify(actor).require()
    move(home, HOME, "ask_for_changes", actor=actor, at=at, summary="Change asked for", note=asked, change_asked=asked)
    deadlines.done(kind=certificates.WAITING, subject=home.subject, at=at, outcome="asked for changes")
    deadlines.set_deadline(
        kind="home_changes",
        subject=home.subject,
        what="put right what we asked for",
        holder=Holder.LANDLORD,
        due_on=dates.add_working_days(dates.today(at), 10),
        at=at,
        otherwise="We ring you. Nobody can be put forward for the home until then.",
    )
    landlords.tell(home.landlord, messages.home_change_needed(home, asked), about=home.subject, at=at)
    return home


@transaction.atomic
def certificates_in_order(*, ref: str, seen: int, actor: Actor, at: datetime) -> Home:
    """Every certificate is verified, so the visit can be arranged.

    Raises DomainError naming the certificates that are not.
    """
    home = Home.objects.lock(ref, seen=seen)
    policies.may_verify(actor).require()
    if unsettled := lettable.unsettled(home):
        raise DomainError(f"Check these first: {', '.join(unsettled)}.", code="certificates_open")
    move(home, HOME, "certificates_in_order", actor=actor, at=at, summary="Certificates in order")
    deadlines.done(kind=certificates.WAITING, subject=home.subject, at=at)
    checks.request(home, actor=actor, at=at)
    return home


@transaction.atomic
def accept(*, ref: str, seen: int, actor: Actor, at: datetime) -> Home:
    """Accept the home after its property check passed. Raises DomainError when none has."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_accept(actor).require()
    check = lettable.latest_check(home)
    if check is None or check.state == "failed":
        raise DomainError("The home needs a property check that passed.", code="no_passed_check")
    move(home, HOME, "accept", actor=actor, at=at, summary="Home accepted")
    deadlines.done(kind="home_acceptance", subject=home.subject, at=at)
    landlords.tell(home.landlord, messages.home_accepted(home), about=home.subject, at=at)
    return home


@transaction.atomic
def archive(*, ref: str, seen: int, actor: Actor, at: datetime) -> Home:
    """The landlord puts a home away. Raises DomainError while it is being let through us."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_change(actor, home).require()
    if home.lets.filter(state__in=["available", "under_offer", "let_agreed", "on_hold"]).exists():
        raise DomainError("Withdraw the home from letting first.", code="live_let")
    move(home, HOME, "archive", actor=actor, at=at, summary="Home put away")
    deadlines.close_all(subject=home.subject, at=at, outcome="archived")
    return home


@transaction.atomic
def set_prohibition(*, ref: str, seen: int, in_force: bool, note: str, actor: Actor, at: datetime) -> Home:
    """Note that a prohibition order is in force (Housing Act 2004 s20), or that it has ended."""
    home = Home.objects.lock(ref, seen=seen)
    policies.may_visit(actor).require()
    audit.record(
        actor=actor,
        action="home.prohibit" if in_force else "home.lift_prohibition",
        summary="Prohibition order in force" if in_force else "Prohibition order ended",
        subject=home.subject,
        at=at,
        before={"open_prohibition": home.open_prohibition},
        after={"open_prohibition": in_force},
        note=note,
    )
    return home.write(open_prohibition=in_force)
