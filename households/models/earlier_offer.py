from django.conf import settings
from django.db import models
from django.db.models import F, Q

from households.models.household import Household
from households.rules import reapplication as rules


class EarlierOffer(models.Model):
    """The private offer that ended an earlier main duty, and the day on which they asked for help again."""

    household = models.OneToOneField(Household, on_delete=models.PROTECT, related_name="earlier_offer")
    accepted_on = models.DateField()
    applied_on = models.DateField()
    used_before = models.BooleanField()
    restricted_person = models.BooleanField()
    known_from = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(applied_on__gte=F("accepted_on")), name="applied_again_after_the_offer")
        ]

    def __str__(self) -> str:
        return f"accepted {self.accepted_on}"

    def facts(self) -> rules.EarlierOffer:
        return rules.EarlierOffer(self.accepted_on, self.applied_on, self.used_before, self.restricted_person)
