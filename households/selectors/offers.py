from django.conf import settings
from django.utils.module_loading import import_string

from households.models import Household
from households.rules.offer_made import OfferMade


def made_to(household: Household) -> list[OfferMade]:
    """The offers made to a household. They are kept by an app above, which the settings name."""
    found: list[OfferMade] = import_string(settings.OFFERS_MADE_TO)(household.reference)
    return found
