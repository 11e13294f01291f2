from django.conf import settings
from django.db import models

from households.models.household import Household
from landlords.models import Landlord


class Exclusion(models.Model):
    """A landlord whose homes are kept away from a household. The reason is for its officers alone."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="exclusions")
    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["household", "landlord"], name="one_exclusion_a_landlord")]

    def __str__(self) -> str:
        return f"{self.landlord_id} kept from {self.household_id}"
