from django.conf import settings
from django.db import models

from core.access.actor import Actor
from core.references.models import Record, RecordQuerySet, states_of
from households.models import Household
from lettings.rules.affordability import AFFORDABILITY
from properties.models import Let


class AffordabilityQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "AffordabilityQuerySet":
        """Officers see those of households they may see. Nobody outside the council sees any."""
        return self.within(household=Household.objects.visible_to(actor)) if actor.is_officer else self.none()

    def of(self, household: Household, let: Let) -> "AffordabilityQuerySet":
        return self.filter(household=household, let=let)


class AffordabilityCheck(Record):
    """The rent of one home against one household's money on a day, and what an officer made of it.

    `inputs` is what it was worked out from, `worked` the sums, words and exits from the benefit cap as
    they stood; neither ever changes. Another check is made when the facts do; the newest counts.
    """

    KIND = "affordability_check"
    PREFIX = "AF"

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+")
    let = models.ForeignKey(Let, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=AFFORDABILITY.choices)
    on = models.DateField()
    inputs = models.JSONField()
    worked = models.JSONField()
    reasons = models.TextField(blank=True)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(null=True)

    objects = AffordabilityQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(AFFORDABILITY, "affordability_check_state"),
            models.CheckConstraint(
                condition=models.Q(state="worked_out") | ~models.Q(reasons=""), name="affordability_check_has_reasons"
            ),
        ]

    @property
    def known_as(self) -> str:
        return f"{self.household.name} for {self.let.home.known_as}"
