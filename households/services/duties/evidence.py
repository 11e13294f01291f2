"""What the record proves about a ground: letters given, offers made and answered, findings."""

from datetime import date

from households.models import Duty, Household
from households.rules.duty import Decision, Evidence
from households.rules.letter import LetterKind
from households.rules.offer_made import Answer, OfferKind
from households.selectors import offers
from households.services import decisions

TOLD_BY = {
    Evidence.TOLD_OF_TEMPORARY: LetterKind.TEMPORARY_OFFER,
    Evidence.TOLD_OF_PART_6: LetterKind.PART_6_OFFER,
    Evidence.TOLD_OF_FINAL_OFFER: LetterKind.PART_6_OFFER,
    Evidence.WARNED_OF_REFUSAL: LetterKind.REFUSAL_WARNING,
    Evidence.WARNED_TO_COOPERATE: LetterKind.COOPERATION_WARNING,
}
ANSWERED = {
    Evidence.TOLD_OF_FINAL_OFFER: (OfferKind.FINAL_RELIEF, Answer.REFUSED),
    Evidence.PRIVATE_OFFER_ACCEPTED: (OfferKind.MAIN_DUTY_PRIVATE, Answer.ACCEPTED),
    Evidence.PRIVATE_OFFER_REFUSED: (OfferKind.MAIN_DUTY_PRIVATE, Answer.REFUSED),
}


def by_letters(duty: Duty, on: date) -> set[Evidence]:
    """What letters given while this duty was owed prove. The time that each gave must have passed by the day."""
    given = duty.household.letters.given().filter(notified_on__gte=duty.satisfied_on, answer_by__lt=on)
    kinds = set(given.values_list("kind", flat=True))
    return {evidence for evidence, kind in TOLD_BY.items() if kind in kinds}


def by_offers(duty: Duty) -> set[Evidence]:
    """What the offers made while this duty was owed prove."""
    made = {(o.kind, o.answer) for o in offers.made_to(duty.household) if o.made_on >= duty.satisfied_on}
    return {evidence for evidence, wanted in ANSWERED.items() if wanted in made}


def bound(household: Household, on: date) -> bool:
    """Whether they still owe for the present home and its landlord has not released them (s193(7F), (8))."""
    free = household.landlord_release_on or household.existing_liability_ends_on
    return free is not None and free > on


def proved(duty: Duty, on: date, *, today: date) -> frozenset[Evidence]:
    """All that the record proves about this duty on a day, as the rulebook reads today."""
    household = duty.household
    found = by_letters(duty, on) | by_offers(duty)
    if household.eligible == Decision.NO:
        found.add(Evidence.FOUND_NOT_ELIGIBLE)
    if not decisions.barred_as_care_leaver(household, on, today=today):
        found.add(Evidence.MAY_BE_INTENTIONAL)
    if not bound(household, on):
        found.add(Evidence.NOT_BOUND)
    return frozenset(found)
