from datetime import date

from django.db import models

from core.access.actor import Actor
from core.money.fields import PenceField
from core.references.models import Record, RecordQuerySet
from households.models.household import Household
from households.rules.placement import Stay


class PlacementQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "PlacementQuerySet":
        return self.within(household=Household.objects.visible_to(actor))


class Placement(Record):
    """A stay in interim or temporary accommodation. `ended_on` is the day of leaving.

    `exempt_provider`: a council, registered provider or voluntary body owns or manages it, so it is not
    bed and breakfast (SI 2003/3326 art 2). `nightly_cost` is what the council pays a night.
    """

    KIND = "placement"
    PREFIX = "PL"

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="placements")
    provider = models.CharField(max_length=200)
    self_contained = models.BooleanField()
    exempt_provider = models.BooleanField(default=False)
    nightly_cost = PenceField()
    function = models.CharField(max_length=10, default="s188")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        ordering = ["started_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="placement_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["household"], condition=models.Q(ended_on=None), name="one_open_placement_a_household"
            ),
        ]

    @property
    def known_as(self) -> str:
        return self.household.name

    def stay(self) -> Stay:
        return Stay(
            started_on=self.started_on,
            ended_on=self.ended_on,
            self_contained=self.self_contained,
            exempt_provider=self.exempt_provider,
        )

    def open_on(self, on: date) -> bool:
        return self.started_on <= on and (self.ended_on is None or self.ended_on > on)
