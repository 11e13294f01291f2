from django.conf import settings
from django.db import models

from tenancies.models.tenancy import Tenancy
from tenancies.rules.check_in import Side


class TenancyNotice(models.Model):
    """A notice that one side gave the other. `specified_on` is the date in it."""

    tenancy = models.ForeignKey(Tenancy, on_delete=models.PROTECT, related_name="notices")
    given_by = models.CharField(max_length=10, choices=[(side.value, side.value) for side in Side])
    grounds = models.JSONField(default=list)
    served_on = models.DateField()
    specified_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["served_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(specified_on__gte=models.F("served_on")), name="tenancy_notice_dates_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"notice by the {self.given_by} for {self.specified_on}"
