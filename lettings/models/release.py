from django.conf import settings
from django.db import models

from core.access.actor import Actor
from core.references.models import Record, RecordQuerySet, states_of
from households.models import Household
from lettings.rules.release import RELEASE


class EarlyReleaseQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "EarlyReleaseQuerySet":
        """Officers see those of households they may see. Nobody outside the council sees any."""
        return self.within(household=Household.objects.visible_to(actor)) if actor.is_officer else self.none()


class EarlyRelease(Record):
    """A request to the landlord of a household's present home to end the tenancy before a notice would.

    `tenants` are the names of all who hold the tenancy. `asked_for` is the day asked for; `released_on` the
    day agreed in writing, with the reply as a document; `said` what else the landlord said.
    """

    KIND = "early_release"
    PREFIX = "ER"

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=RELEASE.choices)
    landlord_name = models.CharField(max_length=200)
    landlord_address = models.TextField()
    tenants = models.JSONField()
    asked_for = models.DateField()
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    letter_reference = models.CharField(max_length=40, blank=True)
    reply_reference = models.CharField(max_length=40, blank=True)
    released_on = models.DateField(null=True)
    said = models.TextField(blank=True)

    objects = EarlyReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(RELEASE, "early_release_state"),
            models.CheckConstraint(
                condition=~models.Q(state="agreed")
                | (models.Q(released_on__isnull=False) & ~models.Q(reply_reference="")),
                name="a_release_is_in_writing",
            ),
            models.UniqueConstraint(
                fields=["household"], condition=models.Q(state="asked"), name="one_open_release_a_household"
            ),
        ]

    @property
    def known_as(self) -> str:
        return self.household.name
