"""Everything that a new site starts with, in the order in which it stands in the tree."""

from cms.content import (
    about,
    arrears,
    benefits,
    care,
    credits,
    deposits,
    finding,
    front,
    increase,
    landlords,
    news,
    notice,
    plan,
    repairs,
    safety,
)
from cms.content.shape import Advice, Index, News, Standard

HOME = front.HOME
ADVICE_INDEX = front.ADVICE
ADVICE: tuple[Advice, ...] = (
    notice.PAGE,
    arrears.PAGE,
    increase.PAGE,
    repairs.PAGE,
    safety.PAGE,
    finding.PAGE,
    deposits.PAGE,
    benefits.PAGE,
    plan.PAGE,
    care.PAGE,
)
LANDLORDS: Standard = landlords.PAGE
NEWS_INDEX: Index = news.INDEX
NEWS: tuple[News, ...] = news.ALL
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
