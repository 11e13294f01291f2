"""The only writers of homes, their certificates and photos."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.documents.services import uploads
from core.errors import DomainError
from core.notifications.services import outbox
from core.references import services as references
from core.states import Holder
from landlords import services as landlords
from landlords.models import Landlord
from properties import messages, policies
from properties.models import Home, Photo
from properties.rules.certificate import CertificateState
from properties.rules.home import HOME, HomeState
from properties.rules.inputs import HomeGiven
from properties.rules.lettable import restricted_on
from properties.selectors import lettable
from properties.services import certificates, checks

CHECK_CERTIFICATES_WORKING_DAYS = 5


def columns(given: HomeGiven) -> dict[str, Any]:
    """The columns of a home that the landlord's answers fill."""
    where, what, notice, licence = given.where, given.description, given.notice, given.licensing
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
        "ground_1_notice_given": notice.given,
        "ground_1_served_on": notice.served_on,
        "ground_1_date": notice.specified_on,
        "ground_1_other_order_on": notice.other_order_on,
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


def check_restricted(given: HomeGiven, on: date) -> None:
    """Refuse a home that may not be let or advertised after a ground 1 or 1A notice (HA 1988 s16M).

    Raises DomainError with the day on which the restricted period ends.
    """
    notice = given.notice
    if not notice.given:
        return
    until = restricted_on(notice.served_on, notice.specified_on, on, notice.other_order_on)
    if until is not None:
        raise DomainError(
            f"You gave a notice to sell or move in, so this home cannot be let or advertised until after "
            f"{dates.in_words(until)}. That is 12 months from the date in the notice (Housing Act 1988 s16M). "
            "There are two ways out: a court order on another ground, or selling the home.",
            field="given",
            code="restricted_period",
        )


def hold(home: Home, given: HomeGiven, actor: Actor, at: datetime) -> None:
    """Link the files of the certificates and photos to the home."""
    for certificate in given.certificates:
        certificates.give(home, certificate, actor=actor, at=at)
    for position, photo in enumerate(given.photos, start=home.photos.count()):
        Photo.objects.create(home=home, document_reference=photo.document_reference, alt=photo.alt, position=position)
        uploads.link(photo.document_reference, subject=home.subject, actor=actor, at=at)


def await_certificate_check(home: Home, at: datetime) -> date:
    due_on = dates.add_working_days(dates.today(at), CHECK_CERTIFICATES_WORKING_DAYS)
    deadlines.done(kind="home_changes", subject=home.subject, at=at)
    deadlines.set_deadline(
        kind="home_certificates",
        subject=home.subject,
        what="check the certificates of this home",
        holder=Holder.COUNCIL,
        capability=Can.VERIFY_CERTIFICATES,
        due_on=due_on,
        at=at,
        otherwise="The team manager steps in and rings.",
    )
    return due_on


@transaction.atomic
def add(*, landlord_ref: str, given: HomeGiven, actor: Actor, at: datetime) -> Home:
    """A landlord sends a home with its certificates and photos.

    Raises DomainError in a restricted period, and Refused for a suspended landlord.
    """
    landlord = Landlord.objects.lock(landlord_ref)
    policies.may_add(actor, landlord).require()
    check_restricted(given, dates.today(at))
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
        subject=home.subject,
        at=at,
        after=columns(given),
        from_state=HOME.start,
        to_state=home.state,
    )
    due_on = await_certificate_check(home, at)
    outbox.send(messages.home_received(home, due_on), to=landlords.recipient(landlord), about=home.subject, at=at)
    return home


@transaction.atomic
def change(*, ref: str, seen: int, given: HomeGiven, actor: Actor, at: datetime) -> Home:
    """The landlord puts right what an officer asked for and sends the home again."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_change(actor, home).require()
    check_restricted(given, dates.today(at))
    move(home, HOME, "submit", actor=actor, at=at, change_asked="", **columns(given))
    hold(home, given, actor, at)
    await_certificate_check(home, at)
    return home


@transaction.atomic
def ask_for_changes(*, ref: str, seen: int, asked: str, actor: Actor, at: datetime) -> Home:
    """An officer asks the landlord to put something right before the home can be accepted."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_verify(actor).require()
    move(home, HOME, "ask_for_changes", actor=actor, at=at, note=asked, change_asked=asked)
    deadlines.done(kind="home_certificates", subject=home.subject, at=at, outcome="asked for changes")
    deadlines.set_deadline(
        kind="home_changes",
        subject=home.subject,
        what="put right what we asked for",
        holder=Holder.LANDLORD,
        due_on=dates.add_working_days(dates.today(at), 10),
        at=at,
        otherwise="We ring you. Nobody can be put forward for the home until then.",
    )
    outbox.send(
        messages.home_change_needed(home, asked), to=landlords.recipient(home.landlord), about=home.subject, at=at
    )
    return home


@transaction.atomic
def certificates_in_order(*, ref: str, seen: int, actor: Actor, at: datetime) -> Home:
    """Every certificate is verified, so the visit can be arranged.

    Raises DomainError naming the certificates that are not.
    """
    home = Home.objects.lock(ref, seen=seen)
    policies.may_verify(actor).require()
    open_ones = [
        certificate.label
        for certificate in lettable.current(home).values()
        if certificate.state not in (CertificateState.VERIFIED, CertificateState.NOT_REQUIRED)
    ]
    if open_ones:
        raise DomainError(f"Check these first: {', '.join(open_ones)}.", code="certificates_open")
    move(home, HOME, "certificates_in_order", actor=actor, at=at)
    deadlines.done(kind="home_certificates", subject=home.subject, at=at)
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
    move(home, HOME, "accept", actor=actor, at=at)
    deadlines.done(kind="home_acceptance", subject=home.subject, at=at)
    outbox.send(messages.home_accepted(home), to=landlords.recipient(home.landlord), about=home.subject, at=at)
    return home


@transaction.atomic
def archive(*, ref: str, seen: int, actor: Actor, at: datetime) -> Home:
    """The landlord puts a home away. Raises DomainError while it is being let through us."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_change(actor, home).require()
    if home.lets.filter(state__in=["available", "under_offer", "let_agreed", "on_hold"]).exists():
        raise DomainError("Withdraw the home from letting first.", code="live_let")
    move(home, HOME, "archive", actor=actor, at=at)
    deadlines.close_all(subject=home.subject, at=at, outcome="archived")
    return home


def is_open_for_changes(home: Home) -> bool:
    return home.state in (HomeState.SUBMITTED, HomeState.CHANGES_REQUESTED, HomeState.INSPECTION_DUE)
