from datetime import date
from typing import Any

from core.access.actor import Actor, Can
from core.deadlines.strips import strip_for
from core.rulebook.rules.rent import Frequency, uc_month
from core.ui.addresses import record_url
from core.ui.components import Row, Tag
from deposits.models import Guarantee
from tenancies.models import Tenancy
from tenancies.rules.tenancy import MOVE_IN_CHECKS, TENANCY


def tenancy(row: Tenancy, actor: Actor, on: date) -> dict[str, Any]:
    """An officer's page about one tenancy: rent, what was done at the start, and the guarantee today."""
    home, household = row.nomination.let.home, row.nomination.household
    guarantee = Guarantee.objects.visible_to(actor).filter(tenancy=row).prefetch_related("inventories").first()
    return {
        "tenancy": row,
        "strip": strip_for(row, TENANCY, f"Tenancy in {home.area_label}", actor, on),
        "facts": [
            Row("Home", [*home.address.splitlines(), home.town, home.postcode]),
            Row("Landlord", home.landlord.name),
            Row("Household", household.name if actor.can(Can.SEE_HOUSEHOLDS) else "Ask the housing officer"),
            Row("Rent", f"{uc_month(row.rent, Frequency(row.rent_frequency)).short} a month"),
            Row("Began on", row.started_on),
        ],
        "checks": [
            Row(words, Tag("Done", "green") if row.checks.get(name) else Tag("Still to do", "yellow"))
            for name, words in MOVE_IN_CHECKS.items()
        ],
        "guarantee": guarantee,
        "guarantee_url": record_url(guarantee.subject, actor) if guarantee else "",
        "cover": [Row(cover.label, cover.words) for cover in guarantee.cover_on(on)] if guarantee else [],
        "home_url": record_url(home.subject, actor),
        "household_url": record_url(household.subject, actor) if actor.can(Can.SEE_HOUSEHOLDS) else "",
    }
