from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from core import dates
from core.access.actor import system
from core.rulebook.selectors import policy
from tenancies.models import Tenancy
from tenancies.rules.tenancy import TenancyState
from tenancies.services import check_ins, erasing, life, rents, watching

LONG_MONTH = 3
"""A tenancy begun on the 31st has lasted its months on the last day of a shorter month. The service decides."""


@task
def check_in() -> dict[str, int]:
    """Ask how it goes where the day has come, and have officers ring who did not answer. Safe to run twice."""
    at, actor = timezone.now(), system("check_in")
    return {
        "asked": check_ins.ask_due(actor=actor, at=at),
        "silent": check_ins.find_silent(actor=actor, at=at),
    }


@task
def settle_tenancies() -> int:
    """Record the tenancies that have lasted six months. How many."""
    at, actor = timezone.now(), system("settle_tenancies")
    on = dates.today(at)
    began_by = dates.add_months(on, -policy.number("tenancy_settled_months", on)) + timedelta(days=LONG_MONTH)
    rows = Tenancy.objects.filter(state=TenancyState.STARTED, started_on__lte=began_by)
    return sum(life.settle(ref=ref, actor=actor, at=at) for ref in list(rows.values_list("reference", flat=True)))


@task
def watch_rent() -> int:
    """Put a call into the queue where unpaid rent has reached its level overnight. How many changed."""
    return rents.watch_all(at=timezone.now())


@task
def erase_declined_reports() -> int:
    """Delete what others told us about tenants who did not want help, on the day set for it."""
    at = timezone.now()
    references = erasing.due(dates.today(at))
    for reference in references:
        erasing.erase(ref=reference, actor=system("erase_declined_reports"), at=at)
    return len(references)


@task
def watch_concerns() -> dict[str, int]:
    """Give open concerns the days that the rules give them, and have each notice put into its case. Safe twice."""
    at, actor = timezone.now(), system("watch_concerns")
    return {
        "concerns": sum(watching.give_days(ref=ref, actor=actor, at=at) for ref in watching.lacking()),
        "notices": watching.ask_for_cases(at=at),
    }
