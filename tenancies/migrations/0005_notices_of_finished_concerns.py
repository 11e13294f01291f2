from typing import Any

from django.db import migrations
from django.db.models import OuterRef, Subquery
from django.db.models.functions import TruncDate

from core.dates import LONDON

FINISHED = ("resolved", "escalated_to_case", "closed_no_contact")


def say_not_known(apps: Any, _schema: Any) -> None:
    """What became of a notice was never asked when a concern ended: it is not known, from the day of the end."""
    intentions = apps.get_model("tenancies", "NoticeIntention").objects
    reports = apps.get_model("tenancies", "ProblemReport").objects.filter(pk=OuterRef("report_id"))
    ended_on = Subquery(reports.values(day=TruncDate("closed_at", tzinfo=LONDON))[:1])
    intentions.filter(outcome="open", report__state__in=FINISHED).update(outcome="not_known", outcome_on=ended_on)


def say_open(apps: Any, _schema: Any) -> None:
    intentions = apps.get_model("tenancies", "NoticeIntention").objects
    intentions.filter(outcome="not_known").update(outcome="open", outcome_on=None)


class Migration(migrations.Migration):
    dependencies = [
        ("tenancies", "0004_confirmed_contacts_and_grounds"),
    ]

    operations = [migrations.RunPython(say_not_known, say_open)]
