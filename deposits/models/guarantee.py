from datetime import date

from django.conf import settings
from django.db import models

from core.access.actor import Actor, Can, Kind
from core.money.fields import PenceField
from core.references.models import Record, RecordQuerySet, states_of
from deposits.models.application import SchemeApplication
from deposits.rules import guarantee as rules
from deposits.rules.terms import Terms
from tenancies.models import Tenancy


class GuaranteeQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "GuaranteeQuerySet":
        """Officers who may see guarantees see those of households they may see; a landlord their own."""
        if actor.kind is Kind.SYSTEM:
            return self
        if actor.can(Can.SEE_GUARANTEES):
            return self.within(tenancy=Tenancy.objects.visible_to(actor))
        if actor.kind is Kind.LANDLORD:
            return self.filter(application__home__landlord__user_id=actor.user_id)
        return self.none()


class Guarantee(Record):
    """The council's promise to a landlord for one tenancy. `end_on` is the first day not covered.

    `terms_data` is the scheme version as it was signed. `drawn` is what claims have paid, never above
    `amount`. `verification_code` proves the certificate on the public page.
    """

    KIND = "guarantee"
    PREFIX = "GT"

    application = models.OneToOneField(SchemeApplication, on_delete=models.PROTECT, related_name="guarantee")
    tenancy = models.OneToOneField(Tenancy, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=rules.GUARANTEE.choices)
    amount = PenceField()
    drawn = PenceField(default=0)
    start_on = models.DateField()
    end_on = models.DateField()
    terms_data = models.JSONField()
    verification_code = models.CharField(max_length=20, unique=True)
    certificate_reference = models.CharField(max_length=40, blank=True)
    ended_reason = models.CharField(max_length=40, blank=True)
    void_because = models.TextField(blank=True, default="", db_default="")
    reminded_on = models.DateField(null=True)

    objects = GuaranteeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(rules.GUARANTEE, "guarantee_state"),
            models.CheckConstraint(
                condition=models.Q(drawn__gte=0) & models.Q(drawn__lte=models.F("amount")),
                name="never_drawn_above_the_guarantee",
            ),
            models.CheckConstraint(condition=models.Q(end_on__gt=models.F("start_on")), name="guarantee_has_a_length"),
        ]
        indexes = [models.Index(fields=["created_at", "id"], name="guarantee_newest")]

    @property
    def known_as(self) -> str:
        return self.application.home.known_as

    @property
    def terms(self) -> Terms:
        return Terms.from_data(self.terms_data)

    def cover_on(self, on: date) -> list[rules.Cover]:
        """What is covered on a day; reads the signed inventory, so prefetch `inventories` for a list."""
        signed = next((i.complete_on for i in self.inventories.all() if i.kind == "in" and i.complete_on), None)
        void = self.state == rules.GuaranteeState.VOID
        return rules.cover(self.terms, self.start_on, self.end_on, signed, on, void=void)


class Inventory(Record):
    """What was in the home and how it looked. Complete once signed by both and with photographs."""

    KIND = "inventory"
    PREFIX = "IV"

    guarantee = models.ForeignKey(Guarantee, on_delete=models.PROTECT, related_name="inventories")
    kind = models.CharField(max_length=3, choices=[("in", "At the start"), ("out", "At the end")])
    made_on = models.DateField()
    landlord_signed_as = models.CharField(max_length=200)
    tenant_signed_as = models.CharField(max_length=200)
    notes = models.TextField(blank=True)
    complete_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    objects = RecordQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["guarantee", "kind"], name="one_inventory_a_kind")]

    @property
    def known_as(self) -> str:
        return self.guarantee.known_as


class InventoryPhoto(models.Model):
    inventory = models.ForeignKey(Inventory, on_delete=models.PROTECT, related_name="photos")
    document_reference = models.CharField(max_length=40, unique=True)
    alt = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.alt
