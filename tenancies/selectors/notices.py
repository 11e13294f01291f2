"""Landlords' notices: which a case does not have yet, and what became of thoughts of giving one."""

from datetime import date

from django.db.models import Count, Q

from core import dates
from core.access.actor import Actor
from core.ui.components import Tile
from tenancies.models import NoticeIntention, ProblemReport, Tenancy, TenancyNotice
from tenancies.rules.check_in import Side
from tenancies.rules.report import OPEN, Intention

MONTHS = 12
LABELS = {
    Intention.AVERTED: "notices averted",
    Intention.SERVED: "notices given",
    Intention.NOT_KNOWN: "ended without our knowing",
    Intention.OPEN: "thoughts of notice now",
}


def became(actor: Actor, on: date) -> list[Tile]:
    """How many came to what in the 12 months to a day, and how many are open now, out of the concerns they may see."""
    lately = Q(outcome_on__gt=dates.add_months(on, -MONTHS), outcome_on__lte=on)
    seen = NoticeIntention.objects.filter(report__in=ProblemReport.objects.visible_to(actor).order_by())
    found = seen.aggregate(
        averted=Count("pk", Q(outcome=Intention.AVERTED) & lately),
        served=Count("pk", Q(outcome=Intention.SERVED) & lately),
        not_known=Count("pk", Q(outcome=Intention.NOT_KNOWN) & lately),
        open=Count("pk", Q(outcome=Intention.OPEN, report__state__in=OPEN)),
    )
    lately_words = f"In the {MONTHS} months to {dates.short(on)}"
    return [
        Tile(found[outcome], label, note="" if outcome is Intention.OPEN else lately_words)
        for outcome, label in LABELS.items()
    ]


def not_in_case(row: Tenancy) -> list[TenancyNotice]:
    """The landlord's notices that stand and that the household's record does not have, the first given first."""
    known = row.nomination.household.notices.values("specified_on")
    standing = row.notices.filter(given_by=Side.LANDLORD, withdrawn_on=None)
    return list(standing.exclude(specified_on__in=known))
