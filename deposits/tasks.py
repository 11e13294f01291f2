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
