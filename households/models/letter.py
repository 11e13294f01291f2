from django.conf import settings
from django.db import models

from core.access.actor import Actor
from core.references.models import Record, RecordQuerySet
from households.models.duty import Duty
from households.models.household import Household


class StatutoryLetterQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "StatutoryLetterQuerySet":
        return self.filter(household__in=Household.objects.visible_to(actor))


class StatutoryLetter(Record):
    """A letter that the Act asks for, as it went, with the checklist that let it go.

    `notified_on` is the day on which the household counts as told; the review clock begins with it.
    `review_last_day` is the last day to ask for a review (s202(3)); empty where there is no right.
    """

    KIND = "statutory_letter"
    PREFIX = "LE"

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="letters")
    duty = models.ForeignKey(Duty, null=True, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=40)
    template_version = models.CharField(max_length=20)
    checklist = models.JSONField(default=dict)
    document_reference = models.CharField(max_length=40)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    countersigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(max_length=20, blank=True)
    notified_on = models.DateField(null=True)
    review_limb = models.CharField(max_length=40, blank=True)
    review_weeks = models.PositiveSmallIntegerField(null=True)
    review_last_day = models.DateField(null=True)

    objects = StatutoryLetterQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
