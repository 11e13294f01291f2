"""What the notice checker reads in the section 8 notices that officers recorded, with the rent of the tenancy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core import dates
from core.rulebook.rules.notices.facts import LandlordKind, Letting, NoticeFacts, Paper, Rent
from core.rulebook.rules.regime import Regime
from core.rulebook.selectors import notices as checker
from core.ui.components import Row
from households.models import Household, NoticeServed
from households.rules.notice import NoticeKind
from households.rules.notice import Tenancy as TenancyKind
from tenancies.models import Tenancy, TenancyNotice
from tenancies.rules.check_in import Side
from tenancies.selectors import rents

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
    rows = tenancy.notices.filter(given_by=Side.LANDLORD, withdrawn_on=None)
    return [read(row, Regime(tenancy.regime), tenancy, on) for row in rows if row.grounds]


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
