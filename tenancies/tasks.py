from django.utils.timezone import now
from django_tasks import task

from core import dates
from core.access.actor import system
from tenancies.services import erasing


@task
def erase_declined_reports() -> int:
    """Delete what others told us about tenants who did not want help, on the day set for it."""
    at = now()
    references = erasing.due(dates.today(at))
    for reference in references:
        erasing.erase(ref=reference, actor=system("erase_declined_reports"), at=at)
    return len(references)
