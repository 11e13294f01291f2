"""Lists of words for forms and pages: the government's reasons, officers."""

from datetime import date

from core.access.actor import Actor, Kind
from core.accounts.models import User
from core.rulebook.selectors import law
from households.models import Household
from landlords.models import Landlord

STATISTICS = {"prevention": "prevention", "relief": "relief", "main": "main_duty"}


def loss_reasons(on: date) -> list[tuple[str, str]]:
    """Why homes are lost, in the government's list."""
    return [(row.key, row.label) for row in law.statistics_labels("loss_reason", on)]


def end_reasons(kind: str, on: date) -> list[tuple[str, str]]:
    """The statistical reasons for which a duty of a kind ends."""
    return [(row.key, row.label) for row in law.statistics_labels(f"{STATISTICS[kind]}_end_reason", on)]


def landlords_let_in(household: Household, actor: Actor) -> list[tuple[str, str]]:
    """The landlords whose homes are not kept away from a household yet, by name."""
    away = household.exclusions.values("landlord_id")
    rows = Landlord.objects.visible_to(actor).exclude(pk__in=away).order_by("name", "pk")
    return [(ref, f"{name} ({ref})") for ref, name in rows.values_list("reference", "name")]


def officers_not_on(household: Household) -> list[tuple[str, str]]:
    """Officers who are not on a restricted household's list yet."""
    on_it = household.restricted_access.values("officer_id")
    rows = User.objects.filter(kind=Kind.OFFICER, is_active=True).exclude(pk__in=on_it).order_by("name")
    return list(rows.values_list("reference", "name"))
