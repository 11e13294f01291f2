from django.conf import settings
from django.db import models

from core.access.actor import Actor, Can, Kind
from core.money.fields import PenceField
from core.references.models import Record, RecordQuerySet
from core.rulebook.rules.regime import Regime
from core.rulebook.rules.rent import Frequency
from households.models import Household
from lettings.models import Nomination
from tenancies.rules.tenancy import END_CAUSES, LIVE, TENANCY


class TenancyQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "TenancyQuerySet":
        """Officers see those of households they may see; a landlord their homes'; a resident their own."""
        if actor.kind is Kind.SYSTEM:
            return self
        if actor.kind is Kind.LANDLORD:
            return self.filter(nomination__let__home__landlord__user_id=actor.user_id)
        if actor.kind is Kind.RESIDENT:
            return self.filter(nomination__household__resident_id=actor.user_id)
        if actor.can(Can.SEE_HOUSEHOLDS):
            return self.within(nomination__household=Household.objects.visible_to(actor))
        if actor.can(Can.SEE_GUARANTEES):
            return self.filter(nomination__household__restricted=False)
        return self.none()

    def live(self) -> "TenancyQuerySet":
        """Those that have not ended."""
        return self.filter(state__in=LIVE)


class Tenancy(Record):
    """An assured periodic tenancy from the day of the keys. `checks` is the move-in list as ticked.

    `first_due_on` is the first rent day. `direct_payment` holds what the tenant was asked about having the
    rent paid to the landlord: the day and the reasons they gave. No landlord ever sees it.
    """

    KIND = "tenancy"
    PREFIX = "TN"

    nomination = models.OneToOneField(Nomination, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=TENANCY.choices)
    rent = PenceField()
    rent_frequency = models.CharField(max_length=20)
    started_on = models.DateField()
    regime = models.CharField(
        max_length=30, choices=[(regime.value, regime.value) for regime in Regime], default=Regime.PRIVATE.value
    )
    first_due_on = models.DateField()
    keys_handed_at = models.DateTimeField()
    keys_handed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    checks = models.JSONField(default=dict)
    settled_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    end_cause = models.CharField(
        max_length=20, blank=True, choices=[(cause.value, words) for cause, words in END_CAUSES.items()]
    )
    end_ground = models.CharField(max_length=8, blank=True)
    direct_payment = models.JSONField(default=dict)

    objects = TenancyQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on", "-id"]
        verbose_name_plural = "tenancies"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[value for value, _ in TENANCY.choices]), name="tenancy_state"
            ),
            models.CheckConstraint(
                condition=models.Q(state="ended", ended_on__isnull=False) | ~models.Q(state="ended"),
                name="an_ended_tenancy_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "started_on"], name="tenancy_state_started"),
            models.Index(fields=["started_on"], name="tenancy_started"),
        ]

    @property
    def known_as(self) -> str:
        return self.nomination.let.home.known_as

    @property
    def frequency(self) -> Frequency:
        return Frequency(self.rent_frequency)
