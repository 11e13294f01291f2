"""A landlord's enquiry and the invitation that answers it."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

from landlords.rules.landlord import LandlordType

LIFE = timedelta(days=28)
"""How long the link of an invitation works, and how long an unfinished registration is kept (house rule)."""
WARNING = timedelta(days=7)
"""How long before its last day a landlord is reminded of the link, once."""
LAST_CALL = timedelta(days=7)
"""How long an enquiry stands after its link has run out, before it is deleted."""


@dataclass(frozen=True)
class Enquiry:
    """What a landlord said when they rang or wrote. `name` is the person's, `said` in their own words."""

    name: str
    telephone: str
    said: str
    email: str = ""
    landlord_type: LandlordType = LandlordType.INDIVIDUAL
    organisation: str = ""
    organisation_type: str = ""


def open_to(invited_on: date) -> date:
    """The last day on which the link works."""
    return invited_on + LIFE


def remind_on(open_to: date) -> date:
    """The day from which a landlord who has not opened the link is reminded."""
    return open_to - WARNING


def deleted_on(ran_out_on: date) -> date:
    """The day on which an enquiry is deleted whose link was found to have run out on `ran_out_on`."""
    return ran_out_on + LAST_CALL


def digest(token: str) -> str:
    """What is kept of a token: enough to know it again, not enough to use it."""
    return hashlib.sha256(token.encode()).hexdigest()
