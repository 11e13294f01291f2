from django.conf import settings
from django.db import models

from core.access.actor import Actor
from core.references.models import Record, RecordQuerySet
from households.models.household import Household


class PlanQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "PlanQuerySet":
        return self.within(household=Household.objects.visible_to(actor))


class Plan(Record):
    """A version of the personalised housing plan (s189A). A revision is a new row with the next number."""

    KIND = "plan"
    PREFIX = "PP"

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="plans")
    number = models.PositiveSmallIntegerField()
    agreed = models.BooleanField()
    not_agreed_because = models.TextField(blank=True)
    what_changed = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField()

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["household", "number"], name="one_plan_a_number"),
            models.CheckConstraint(
                condition=models.Q(agreed=True) | ~models.Q(not_agreed_because=""), name="a_plan_not_agreed_says_why"
            ),
        ]

    @property
    def known_as(self) -> str:
        return self.household.name


class PlanStep(models.Model):
    """One step of a plan: who does what by when. A step no longer right is dropped, never deleted."""

    SIDES = [("council", "We will"), ("applicant", "You will"), ("partner", "Others will")]

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steps")
    side = models.CharField(max_length=10, choices=SIDES)
    what = models.CharField(max_length=500)
    due_on = models.DateField(null=True, blank=True)
    is_advice = models.BooleanField(default=False)
    done_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True)

    class Meta:
        ordering = ["side", "due_on", "id"]

    def __str__(self) -> str:
        return self.what
