"""What the record proves about a ground: letters given, offers made and answered, findings."""

from datetime import date

from households.models import Duty, Household, StatutoryLetter
from households.rules.duty import Decision, Evidence, Ground
from households.rules.letter import LetterKind
from households.rules.offer_made import Answer, OfferKind, OfferMade
from households.selectors import offers
from households.services import decisions

TOLD_BY = {
    Evidence.TOLD_OF_TEMPORARY: LetterKind.TEMPORARY_OFFER,
    Evidence.TOLD_OF_PART_6: LetterKind.PART_6_OFFER,
    Evidence.TOLD_OF_FINAL_OFFER: LetterKind.PART_6_OFFER,
    Evidence.WARNED_TO_COOPERATE: LetterKind.COOPERATION_WARNING,
}
ANSWERED = {
    Evidence.TOLD_OF_FINAL_OFFER: (OfferKind.FINAL_RELIEF, Answer.REFUSED),
    Evidence.PRIVATE_OFFER_ACCEPTED: (OfferKind.MAIN_DUTY_PRIVATE, Answer.ACCEPTED),
    Evidence.PRIVATE_OFFER_REFUSED: (OfferKind.MAIN_DUTY_PRIVATE, Answer.REFUSED),
}

# The offers that a ground of refusal can be about: those kept as offers, and the letter that makes the other kind.
REFUSED_KINDS = {
    Ground.REFUSED_SUITABLE: set(OfferKind),
    Ground.REFUSED_FINAL: {OfferKind.FINAL_RELIEF},
    Ground.REFUSED_PRIVATE: {OfferKind.MAIN_DUTY_PRIVATE},
}
OFFERED_BY = {
    Ground.REFUSED_FINAL: LetterKind.PART_6_OFFER,
    Ground.REFUSED_PART_6: LetterKind.PART_6_OFFER,
    Ground.REFUSED_TEMPORARY: LetterKind.TEMPORARY_OFFER,
}


def letters_answered(duty: Duty, on: date) -> list[StatutoryLetter]:
    """The letters of this duty whose time to answer has passed by a day, oldest first."""
    given = duty.letters.given().filter(notified_on__gte=duty.satisfied_on, answer_by__lt=on)
    return list(given.order_by("notified_on", "pk"))


def by_letters(letters: list[StatutoryLetter]) -> set[Evidence]:
    """What the letters of the duty prove by having been given."""
    given = {letter.kind for letter in letters}
    return {evidence for evidence, kind in TOLD_BY.items() if kind in given}


def by_offers(made: list[OfferMade]) -> set[Evidence]:
    """What the offers made while the duty was owed prove."""
    answered = {(offer.kind, offer.answer) for offer in made}
    return {evidence for evidence, wanted in ANSWERED.items() if wanted in answered}


def warned_of(ground: Ground, letters: list[StatutoryLetter], made: list[OfferMade]) -> bool:
    """Whether a warning names the last offer that this refusal can be about.

    An offer that is not on record, such as another council's, leaves a warning that names none to prove it.
    """
    kinds, by_letter = REFUSED_KINDS.get(ground, set()), OFFERED_BY.get(ground)
    days = {offer.reference: offer.made_on for offer in made if offer.answer is Answer.REFUSED and offer.kind in kinds}
    for letter in letters:
        if letter.kind == by_letter and letter.notified_on is not None:
            days[letter.reference] = letter.notified_on
    last = {reference for reference, day in days.items() if day == max(days.values())} or {""}
    warnings = [letter for letter in letters if letter.kind == LetterKind.REFUSAL_WARNING]
    return any(warning.about_reference in last for warning in warnings)


def bound(household: Household, on: date) -> bool:
    """Whether they still owe for the present home and its landlord has not released them (s193(7F), (8))."""
    free = household.landlord_release_on or household.existing_liability_ends_on
    return free is not None and free > on


def proved(duty: Duty, ground: Ground, on: date, *, today: date) -> frozenset[Evidence]:
    """All that the record proves about this duty and a ground on a day, as the rulebook reads today."""
    household = duty.household
    letters = letters_answered(duty, on)
    made = [offer for offer in offers.made_to(household) if offer.made_on >= duty.satisfied_on]
    found = by_letters(letters) | by_offers(made)
    if warned_of(ground, letters, made):
        found.add(Evidence.WARNED_OF_REFUSAL)
    if household.eligible == Decision.NO:
        found.add(Evidence.FOUND_NOT_ELIGIBLE)
    if not decisions.barred_as_care_leaver(household, on, today=today):
        found.add(Evidence.MAY_BE_INTENTIONAL)
    if not bound(household, on):
        found.add(Evidence.NOT_BOUND)
    return frozenset(found)
