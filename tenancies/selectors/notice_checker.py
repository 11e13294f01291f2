"""The notice checker over our records: what it reads in a recorded notice, and what we can answer of its questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import QueryDict

from core import dates
from core.access.actor import Actor
from core.rulebook.rules.notices.facts import LandlordKind, Letting, NoticeFacts, Paper, Rent
from core.rulebook.rules.regime import Regime
from core.rulebook.selectors import notices as checker
from core.ui.components import Row
from core.ui.widgets import PARTS
from households.models import Household, NoticeServed
from households.rules.notice import NoticeKind
from households.rules.notice import Tenancy as TenancyKind
from tenancies.models import Tenancy, TenancyNotice
from tenancies.rules.check_in import Side
from tenancies.selectors import rents

LETTINGS = {Regime.PRIVATE: Letting.PRIVATE, Regime.SOCIAL: Letting.SOCIAL}
REGIMES = {TenancyKind.ASSURED: Regime.PRIVATE, TenancyKind.SOCIAL_ASSURED: Regime.SOCIAL}


@dataclass(frozen=True)
class NoticeRead:
    """A recorded notice and what the checker says of it, each row with its source."""

    title: str
    rows: Sequence[Row]


def of_tenancy(tenancy: Tenancy | None, on: date) -> list[NoticeRead]:
    """Each notice of the landlord that stands, the first given first. For officers: it counts all rent entries."""
    if tenancy is None:
        return []
    return [read(row, Regime(tenancy.regime), tenancy, on) for row in standing(tenancy) if row.grounds]


def standing(tenancy: Tenancy) -> "QuerySet[TenancyNotice]":
    """The landlord's notices that were not taken back."""
    return tenancy.notices.filter(given_by=Side.LANDLORD, withdrawn_on=None)


def of_household(household: Household, on: date) -> list[NoticeRead]:
    """Each section 8 notice that stands. The rent is known where the notice is about a tenancy of ours."""
    rows = household.notices.filter(
        kind=NoticeKind.SECTION_8, tenancy__in=[str(kind) for kind in REGIMES], withdrawn_on=None
    )
    ours = {each.started_on: each for each in Tenancy.objects.filter(nomination__household=household)} if rows else {}
    return [
        read(row, REGIMES[TenancyKind(row.tenancy)], ours.get(row.tenancy_began_on), on) for row in rows if row.grounds
    ]


def read(row: TenancyNotice | NoticeServed, regime: Regime, tenancy: Tenancy | None, on: date) -> NoticeRead:
    private = regime is Regime.PRIVATE
    facts = NoticeFacts(
        letting=Letting.PRIVATE if private else Letting.SOCIAL,
        paper=Paper.FORM_3A if private else Paper.FORM_3,
        grounds=tuple(row.grounds),
        tenancy_began_on=tenancy.started_on if tenancy else getattr(row, "tenancy_began_on", None),
        served_on=row.served_on,
        specified_on=row.specified_on,
        rent=rent_at(tenancy, row.served_on) if tenancy else Rent(),
        landlord=LandlordKind.PRIVATE if private else LandlordKind.SOCIAL,
    )
    numbers = f"{'grounds' if len(row.grounds) > 1 else 'ground'} {', '.join(row.grounds)}"
    return NoticeRead(f"{numbers.capitalize()}, for {dates.in_words(row.specified_on)}", checker.recorded(facts, on))


def rent_at(tenancy: Tenancy, day: date) -> Rent:
    """What was unpaid on the day of the notice, by the rent record."""
    balance = rents.balance(tenancy, day)
    return Rent(tenancy.rent, tenancy.frequency, balance.owed, balance.waiting)


def to_check(tenancy: Tenancy, actor: Actor, on: date) -> tuple[QueryDict, str]:
    """The checker's form as our records answer it, and the grounds of the newest notice in one line.

    What is unpaid is that of the day of the notice, or of today, as this actor may see it.
    """
    notice = standing(tenancy).last()
    balance = rents.balance(tenancy, notice.served_on if notice else on, actor)
    asked = QueryDict(mutable=True)
    asked["letting"] = LETTINGS.get(Regime(tenancy.regime), "")
    asked["rent"] = str(tenancy.rent)
    asked["frequency"] = tenancy.rent_frequency
    if tenancy.entries.exists():
        asked["arrears"], asked["only_unpaid_award"] = str(balance.owed), str(balance.waiting)
    days = {"tenancy_began_on": tenancy.started_on}
    if notice:
        days |= {"served_on": notice.served_on, "specified_on": notice.specified_on}
    for name, day in days.items():
        for part in PARTS:
            asked[f"{name}-{part}"] = str(getattr(day, part))
    return asked, ", ".join(notice.grounds) if notice else ""
