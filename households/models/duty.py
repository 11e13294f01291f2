from datetime import date

from django.conf import settings
from django.db import models

from core.access.actor import Actor
from core.references.models import Record, RecordQuerySet, states_of
from households.models.household import Household
from households.rules import duty as rules


class DutyQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "DutyQuerySet":
        return self.within(household=Household.objects.visible_to(actor))

    def open(self) -> "DutyQuerySet":
        return self.filter(state=rules.DutyState.OPEN)


class Duty(Record):
    """A period in which a duty is owed. `satisfied_on` is day 1; `ended_on` the last day it was owed.

    `ground` is the statutory ground of the end; `hclic_reason` the statistical one, a separate thing.
    """

    KIND = "duty"
    PREFIX = "DU"

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="duties")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value.title()) for k in rules.DutyKind])
    state = models.CharField(max_length=10, choices=rules.DUTY.choices)
    satisfied_on = models.DateField()
    last_day = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40, blank=True, choices=[(g.value, g.value) for g in rules.Ground])
    hclic_reason = models.CharField(max_length=60, blank=True)
    end_reasons = models.TextField(blank=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        ordering = ["satisfied_on", "id"]
        constraints = [
            states_of(rules.DUTY, "duty_state"),
            models.CheckConstraint(
                condition=models.Q(state="open", ended_on=None) | models.Q(state="ended", ended_on__isnull=False),
                name="an_ended_duty_has_its_day",
            ),
            models.UniqueConstraint(
                fields=["household", "kind"], condition=models.Q(state="open"), name="one_open_duty_a_kind"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "kind", "last_day"], name="duty_open_by_day"),
            models.Index(fields=["household", "state", "last_day"], name="duty_of_a_household_by_day"),
        ]

    @property
    def known_as(self) -> str:
        return self.household.name

    def days_left(self, on: date) -> int:
        return rules.days_left(self.last_day, on)

    def day(self, on: date) -> int:
        """Today's day number, the day of being satisfied being day 1."""
        return (on - self.satisfied_on).days + 1
