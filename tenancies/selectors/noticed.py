"""What our own records say about a tenancy and its notice, as the notice checker asks for it."""

from datetime import date

from django.http import QueryDict

from core.access.actor import Actor
from core.rulebook.rules.notices.facts import Letting
from core.rulebook.rules.regime import Regime
from core.ui.widgets import PARTS
from tenancies.models import Tenancy, TenancyNotice
from tenancies.rules.check_in import Side
from tenancies.selectors import rents

LETTINGS = {Regime.PRIVATE: Letting.PRIVATE, Regime.SOCIAL: Letting.SOCIAL}


def last_notice(row: Tenancy) -> TenancyNotice | None:
    """The landlord's newest notice that was not taken back."""
    return row.notices.filter(given_by=Side.LANDLORD, withdrawn_on=None).last()


def to_check(row: Tenancy, actor: Actor, on: date) -> tuple[QueryDict, str]:
    """The answers, and the grounds in one line. What is unpaid is that of the day of the notice, or of today."""
    notice = last_notice(row)
    balance = rents.balance(row, notice.served_on if notice else on, actor)
    asked = QueryDict(mutable=True)
    asked["letting"] = LETTINGS.get(Regime(row.regime), "")
    asked["rent"] = str(row.rent)
    asked["frequency"] = row.rent_frequency
    if row.entries.exists():
        asked["arrears"], asked["only_unpaid_award"] = str(balance.owed), str(balance.waiting)
    days = {"tenancy_began_on": row.started_on}
    if notice:
        days |= {"served_on": notice.served_on, "specified_on": notice.specified_on}
    for name, day in days.items():
        for part in PARTS:
            asked[f"{name}-{part}"] = str(getattr(day, part))
    return asked, ", ".join(notice.grounds) if notice else ""
