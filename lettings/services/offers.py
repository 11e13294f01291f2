"""Offers: the suitability checks, the letter, the answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError, Stale
from core.references import services as references
from core.states import Holder
from households.services import exclusions
from landlords import services as landlords
from lettings import messages, policies
from lettings.models import Nomination, Offer, SuitabilityRow
from lettings.rules import offer as rules
from lettings.rules import suitability
from lettings.rules.nomination import NOMINATION, NominationState
from lettings.rules.offer import OFFER, Basis, Bound
from lettings.selectors import packs
from lettings.services import affordability, offer_letters
from lettings.services.nominations import RELATED, locked_with_home, release_others
from properties.models import Let
from properties.selectors import lettable
from properties.services import lets

TO_CONSIDER_DAYS = 5


@dataclass(frozen=True)
class Terms:
    """What is offered. `rent` is None for the advertised one; it can never be above it."""

    basis: Basis
    move_on: date
    secured_by_council: bool = True
    location_reasons: str = ""


def locked_offer(ref: str, seen: int | None = None) -> Offer:
    """The offer, and before it the home to rent that it holds."""
    for let_ref in Offer.objects.filter(reference=ref).values_list("let_reference", flat=True):
        Let.objects.lock(let_ref)
    return Offer.objects.select_related(*(f"nomination__{path}" for path in RELATED)).lock(ref, seen=seen)


def check_basis(nomination: Nomination, terms: Terms) -> None:
    """Raises DomainError when a final offer is barred by the present tenancy."""
    household = nomination.household
    bound = Bound(household.existing_liability_ends_on, household.landlord_release_on)
    if obstacle := rules.may_be(terms.basis, bound, terms.move_on):
        raise DomainError(obstacle, field="basis", code="bound_elsewhere")


@transaction.atomic
def draft(*, nomination_ref: str, seen: int, terms: Terms, actor: Actor, at: datetime) -> Offer:
    """Begin an offer and hold the home for it. The checks that the facts answer are filled in.

    One live offer a home and one a household: the second officer gets Stale and sees what happened.
    """
    nomination = locked_with_home(nomination_ref, seen)
    policies.may_offer(actor).require()
    if nomination.state != NominationState.OFFER:
        raise DomainError("Record first that the viewing went well.", code="no_viewing")
    exclusions.check_not_kept_away(nomination.household, nomination.let)
    check_basis(nomination, terms)
    let = nomination.let
    if Offer.objects.live().filter(household_reference=nomination.household.reference).exists():
        raise DomainError("They are considering an offer of another home.", code="household_has_offer")
    lets.put_under_offer(ref=let.reference, rent=let.rent, actor=actor, at=at)
    try:
        with transaction.atomic():
            offer = Offer.objects.create(
                reference=references.take(Offer.PREFIX, at=at),
                created_at=at,
                nomination=nomination,
                let_reference=let.reference,
                household_reference=nomination.household.reference,
                state=OFFER.start,
                basis=terms.basis,
                secured_by_council=terms.secured_by_council,
                rent=let.rent,
                rent_frequency=let.rent_frequency,
                move_on=terms.move_on,
                location_reasons=terms.location_reasons,
            )
    except IntegrityError as error:
        raise Stale(Nomination.KIND, nomination.reference) from error
    audit.record(
        actor=actor,
        action="offer.draft",
        subject=offer.subject,
        at=at,
        after={"basis": terms.basis, "move_on": terms.move_on, "rent": let.rent},
        to_state=offer.state,
    )
    write_rows(offer, packs.known_rows(nomination.let.home, dates.today(at)), actor, at)
    return offer


def write_rows(offer: Offer, rows: Iterable[packs.KnownRow], actor: Actor, at: datetime) -> None:
    SuitabilityRow.objects.bulk_create(
        SuitabilityRow(
            offer=offer,
            ref=row.ref,
            answer=row.answer,
            evidence=row.evidence,
            expires_on=row.expires_on,
            answered_at=at,
            answered_by_id=actor.user_id,
        )
        for row in rows
    )


@transaction.atomic
def answer_rows(*, ref: str, seen: int, answers: dict[str, tuple[str, str]], actor: Actor, at: datetime) -> Offer:
    """Record the officer's answers to rows that are a matter of view: ref -> (answer, evidence)."""
    offer = locked_offer(ref, seen)
    policies.may_offer(actor).require()
    if offer.state != rules.OfferState.DRAFTED:
        raise DomainError("The checks are signed already.", code="signed")
    facts = {row.ref for row in packs.known_rows(offer.nomination.let.home, dates.today(at)) if row.is_fact}
    given = (
        packs.KnownRow(row_ref, answer, evidence)
        for row_ref, (answer, evidence) in answers.items()
        if row_ref in suitability.ALL_REFS and row_ref not in facts
    )
    write_rows(offer, given, actor, at)
    audit.record(actor=actor, action="offer.answer_rows", subject=offer.subject, at=at, after={"rows": sorted(answers)})
    return offer.write()


def check_suitable(offer: Offer, override_because: str, at: datetime) -> None:
    """Raises DomainError naming everything that stands against the home itself on the day."""
    if found := packs.obstacles(offer, dates.today(at), override_because):
        raise DomainError(" ".join(found), code="not_suitable")


@transaction.atomic
def sign_suitability(
    *,
    ref: str,
    seen: int,
    override_because: str = "",
    affordability_because: str = "",
    actor: Actor,
    at: datetime,
) -> Offer:
    """Sign that the home is suitable, the rent being affordable too. The affordability check goes with the offer.

    Raises DomainError naming every row that blocks, and every thing that makes the home not lettable on
    the day it is taken up. Where article 3 binds nobody can override. `affordability_because` is the
    officer's reason for going on without a check that says the rent is affordable.
    """
    offer = locked_offer(ref, seen)
    policies.may_offer(actor).require()
    check_suitable(offer, override_because, at)
    move(
        offer,
        OFFER,
        "sign_suitability",
        actor=actor,
        at=at,
        note=override_because,
        override_because=override_because,
        affordability=affordability.for_offer(offer, affordability_because, dates.today(at)),
        signed_by_id=actor.user_id,
        signed_at=at,
    )
    return offer


@transaction.atomic
def make(*, ref: str, seen: int, answer_by: date | None = None, actor: Actor, at: datetime) -> Offer:
    """Make the offer in a letter. The checks are computed again first: a certificate may have run out."""
    offer = locked_offer(ref, seen)
    policies.may_offer(actor).require()
    exclusions.check_not_kept_away(offer.nomination.household, offer.nomination.let)
    check_basis(offer.nomination, Terms(Basis(offer.basis), offer.move_on))
    check_suitable(offer, offer.override_because, at)
    because = offer.affordability.get("override_because", "")
    answer_by = answer_by or dates.today(at) + timedelta(days=TO_CONSIDER_DAYS)
    if answer_by <= dates.today(at):
        raise DomainError("Give them time to think: choose a later day.", field="answer_by")
    document = offer_letters.write(offer, answer_by, actor, at)
    move(
        offer,
        OFFER,
        "make",
        actor=actor,
        at=at,
        answer_by=answer_by,
        made_at=at,
        affordability=affordability.for_offer(offer, because, dates.today(at)),
        letter_reference=document.reference,
    )
    offer_letters.send(offer, answer_by, at)
    return offer


@transaction.atomic
def accept(*, ref: str, seen: int, actor: Actor, at: datetime) -> Offer:
    """The household says yes. The let is agreed, and everyone else who was forward for it is told kindly."""
    offer = locked_offer(ref, seen)
    nomination = offer.nomination
    policies.may_answer_as_resident(actor, nomination).require()
    exclusions.check_not_kept_away(nomination.household, nomination.let)
    move(offer, OFFER, "accept", actor=actor, at=at)
    move(nomination, NOMINATION, "accept", actor=actor, at=at)
    lets.agree(ref=offer.let_reference, actor=actor, at=at)
    release_others(nomination, actor, at)
    deadlines.done(kind="offer_answer", subject=offer.subject, at=at)
    deadlines.set_deadline(
        kind="keys",
        subject=nomination.subject,
        what="agree the day of the keys and hand them over",
        holder=Holder.COUNCIL,
        capability=Can.START_TENANCIES,
        due_on=offer.move_on,
        at=at,
    )
    landlords.tell(nomination.let.home.landlord, messages.offer_accepted(offer), about=nomination.subject, at=at)
    return offer


@transaction.atomic
def refuse(*, ref: str, seen: int, reasons: str, actor: Actor, at: datetime) -> Offer:
    """The household says no. The home is available again by itself; what it means for a duty is decided apart."""
    offer = locked_offer(ref, seen)
    nomination = offer.nomination
    policies.may_answer_as_resident(actor, nomination).require()
    move(offer, OFFER, "refuse", actor=actor, at=at, note=reasons, refused_because=reasons)
    move(nomination, NOMINATION, "refuse", actor=actor, at=at, note=reasons, declined_note=reasons)
    lets.release(ref=offer.let_reference, reason="offer_refused", actor=actor, at=at)
    for subject in (offer.subject, nomination.subject):
        deadlines.close_all(subject=subject, at=at, outcome="refused")
    deadlines.set_deadline(
        kind="offer_refused",
        subject=nomination.household.subject,
        what="decide what the refusal means, after a warning letter",
        holder=Holder.COUNCIL,
        capability=Can.SIGN_LETTERS,
        due_on=dates.add_working_days(dates.today(at), 2),
        at=at,
        source="HA 1996 ss189B(7)(c), 195(8)(d)",
    )
    landlords.tell(
        nomination.let.home.landlord, messages.forward_no_more_for_landlord(nomination), about=nomination.subject, at=at
    )
    return offer


@transaction.atomic
def hand_over(*, ref: str, actor: Actor, at: datetime) -> Offer:
    """The keys are handed over: the nomination is let and so is the home. Called by the tenancy's start."""
    nomination = locked_with_home(ref)
    offer = locked_offer(nomination.offers.get(state=rules.OfferState.ACCEPTED).reference)
    answer = lettable.lettable(nomination.let.home, dates.today(at))
    if not answer.ok:
        raise DomainError(" ".join(missing.words for missing in answer.missing), code="not_lettable")
    move(nomination, NOMINATION, "hand_over", actor=actor, at=at)
    lets.let_out(ref=offer.let_reference, actor=actor, at=at)
    deadlines.close_all(subject=nomination.subject, at=at, outcome="let")
    return offer
