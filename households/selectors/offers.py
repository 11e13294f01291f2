from django.conf import settings
from django.utils.module_loading import import_string

from households.models import Household
from households.rules.letter import OFFERS
from households.rules.offer_made import Answer, OfferMade


def made_to(household: Household) -> list[OfferMade]:
    """The offers made to a household. They are kept by an app above, which the settings name."""
    found: list[OfferMade] = import_string(settings.OFFERS_MADE_TO)(household.reference)
    return found


def refused(household: Household) -> dict[str, str]:
    """What a warning about a refusal can be about: the offers refused, and the letters that made another kind.

    The reference of each with its home. Nothing records the answer to an offer that is only a letter.
    """
    found = {offer.reference: offer.home for offer in made_to(household) if offer.answer is Answer.REFUSED}
    letters = household.letters.given().filter(kind__in=OFFERS)
    return found | {letter.reference: letter.about for letter in letters}
