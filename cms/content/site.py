"""Everything that a new site starts with, in the order in which it stands in the tree."""

from cms.content import about, credits, front, landlords, notice
from cms.content.shape import Advice, Standard

HOME = front.HOME
ADVICE_INDEX = front.ADVICE
ADVICE: tuple[Advice, ...] = (notice.PAGE,)
LANDLORDS: Standard = landlords.PAGE
REFERRALS: Standard = front.REFERRALS
STANDARD: tuple[Standard, ...] = (
    REFERRALS,
    about.CONTACT,
    about.COMPLAINTS,
    about.ACCESSIBILITY,
    about.PRIVACY,
    about.COOKIES,
    credits.PAGE,
)
