from django.conf import settings
from django.db import models

from core.access.actor import Actor, Kind
from core.money.fields import PenceField
from tenancies.models.tenancy import Tenancy
from tenancies.rules import rent as rules


class RentEntryQuerySet(models.QuerySet["RentEntry"]):
    def standing(self) -> "RentEntryQuerySet":
        """Those that no later entry corrects."""
        return self.filter(corrected_by=None)

    def shown_to(self, actor: Actor) -> "RentEntryQuerySet":
        """A landlord is not shown what a tenant told us in confidence about a benefit award."""
        return self.filter(shared=True) if actor.kind is Kind.LANDLORD else self


class RentEntry(models.Model):
    """One line of a tenancy's rent record, as somebody entered it. Never changed: a correction is a new line.

    `number` names it within the tenancy. `day` is the day due, the day paid, or the day from which an
    award was known to be late. `shared` is false for what the landlord may not see.
    """

    tenancy = models.ForeignKey(Tenancy, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=[(kind.value, rules.ENTRY_LABELS[kind]) for kind in rules.EntryKind])
    day = models.DateField()
    amount = PenceField()
    expected_on = models.DateField(null=True)
    shared = models.BooleanField(default=True)
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")
    reason = models.CharField(max_length=200, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    entered_as = models.CharField(max_length=20)
    entered_at = models.DateTimeField()

    objects = RentEntryQuerySet.as_manager()

    class Meta:
        ordering = ["day", "number"]
        constraints = [
            models.UniqueConstraint(fields=["tenancy", "number"], name="one_rent_entry_a_number"),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="rent_entry_is_not_negative"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in rules.EntryKind]), name="rent_entry_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount} on {self.day}"

    @property
    def fact(self) -> rules.Entry:
        return rules.Entry(rules.EntryKind(self.kind), self.day, self.amount)
