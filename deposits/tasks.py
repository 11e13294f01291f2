from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from core import dates
from core.access.actor import system
from deposits.models import Guarantee, SchemeApplication
from deposits.rules.application import ApplicationState
from deposits.rules.guarantee import GuaranteeState
from deposits.services import applications, guarantees


@task
def sweep_guarantees() -> dict[str, int]:
    """Record offers that ran out unsigned, and remind of inventories that are late. Safe to run twice."""
    at, actor = timezone.now(), system("guarantees")
    ran_out = SchemeApplication.objects.filter(
        state=ApplicationState.APPROVED, offer_open_to__lt=dates.today(at)
    ).values_list("reference", flat=True)
    lapsed = sum(applications.lapse(ref=ref, actor=actor, at=at) is not None for ref in ran_out)
    waiting = (
        Guarantee.objects.filter(state=GuaranteeState.ACTIVE)
        .exclude(inventories__kind="in")
        .values_list("reference", flat=True)
    )
    reminded = sum(guarantees.remind(ref=ref, actor=actor, at=at) for ref in waiting)
    return {"lapsed": lapsed, "reminded": reminded}


@task
def end_guarantees() -> dict[str, int]:
    """End guarantees whose tenancy is over or whose time has run out. Safe to run twice."""
    at, actor = timezone.now(), system("guarantees")
    over = Q(tenancy__ended_on__isnull=False) | Q(end_on__lte=dates.today(at))
    refs = Guarantee.objects.filter(over, state=GuaranteeState.ACTIVE).values_list("reference", flat=True)
    return {"ended": sum(guarantees.end(ref=ref, actor=actor, at=at) for ref in refs)}


@task
def end_applications() -> dict[str, int]:
    """End applications whose guarantee can bring no claim any more. Safe to run twice."""
    at, actor = timezone.now(), system("guarantees")
    over = [GuaranteeState.ENDED, GuaranteeState.VOID]
    rows = SchemeApplication.objects.filter(state=ApplicationState.IN_FORCE, guarantee__state__in=over)
    refs = rows.values_list("reference", flat=True)
    return {"ended": sum(applications.end(ref=ref, actor=actor, at=at) for ref in refs)}
