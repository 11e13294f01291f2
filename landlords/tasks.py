from collections import Counter

from django.utils import timezone
from django_tasks import task

from core import dates
from core.access.actor import system
from core.deadlines.models import Deadline
from landlords.models import Landlord
from landlords.rules.landlord import LandlordState
from landlords.services import waiting


@task
def sweep_registrations() -> dict[str, int]:
    """Remind invited landlords of their link, and delete or set aside what nobody finished. Safe to run twice."""
    at, actor = timezone.now(), system("registrations")
    late = Deadline.objects.open().filter(subject_kind=Landlord.KIND, kind__in=waiting.WAITS)
    overdue = late.overdue(dates.today(at)).values_list("subject_reference", flat=True)
    came = Counter(waiting.last_day_passed(ref=ref, actor=actor, at=at) for ref in sorted(set(overdue)))
    invited = Landlord.objects.filter(state=LandlordState.INVITED, reminded_on=None)
    reminded = sum(waiting.remind(ref=ref, actor=actor, at=at) for ref in invited.values_list("reference", flat=True))
    return {"reminded": reminded, **{each.value: came[each] for each in waiting.Came if each}}
