"""The offers made to a household, as the duties see them."""

from core import dates
from households.rules.offer_made import Answer, OfferKind, OfferMade
from lettings.models import Offer
from lettings.rules.offer import OfferState

ANSWERS = {OfferState.ACCEPTED: Answer.ACCEPTED, OfferState.REFUSED: Answer.REFUSED}


def offers_made_to(household_reference: str) -> list[OfferMade]:
    """Every offer that went to the household in a letter, with the answer to it."""
    home = "nomination__let__home"
    rows = Offer.objects.filter(household_reference=household_reference, made_at__isnull=False)
    return [
        OfferMade(
            kind=OfferKind(row.basis),
            made_on=dates.today(row.made_at),
            answer=ANSWERS.get(OfferState(row.state), Answer.NONE),
            reference=row.reference,
            home=row.nomination.let.home.known_as,
        )
        for row in rows.select_related(home)
        .only("basis", "made_at", "state", "reference", f"{home}__address", f"{home}__town")
        .exclude(letter_reference="")
        .exclude(state=OfferState.WITHDRAWN)
        .order_by("made_at")
    ]
