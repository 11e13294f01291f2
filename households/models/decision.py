from django.conf import settings
from django.db import models

from households.models.household import Household
from households.rules import notice as rules
from households.rules.case import QUESTION_LABELS


class Decision(models.Model):
    """One finding of the council with its reasons. Never updated: a changed mind is a new row."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="decisions")
    question = models.CharField(max_length=20, choices=list(QUESTION_LABELS.items()))
    answer = models.CharField(max_length=20)
    categories = models.JSONField(default=list, blank=True)
    reasons = models.TextField()
    decided_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.question}: {self.answer}"


class NoticeServed(models.Model):
    """A notice that a landlord served on the household. `specified_on` is the date in it."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in rules.NoticeKind])
    tenancy = models.CharField(max_length=20, choices=[(t.value, t.value) for t in rules.Tenancy])
    grounds = models.JSONField(default=list, blank=True)
    served_on = models.DateField()
    specified_on = models.DateField()
    tenancy_began_on = models.DateField(null=True, blank=True)
    validity = models.CharField(max_length=10, choices=[(v.value, v.value) for v in rules.Validity])
    only_home = models.BooleanField(default=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["specified_on", "id"]

    def __str__(self) -> str:
        return f"{self.kind} for {self.specified_on}"

    def facts(self) -> rules.Notice:
        return rules.Notice(
            kind=rules.NoticeKind(self.kind),
            tenancy=rules.Tenancy(self.tenancy),
            specified_on=self.specified_on,
            validity=rules.Validity(self.validity),
            only_home=self.only_home,
        )
