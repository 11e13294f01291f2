from django.conf import settings
from django.db import models

from core.access.actor import Actor
from core.money.fields import PenceField
from core.references.models import Record, RecordQuerySet, states_of
from lettings.models.nomination import Nomination
from lettings.rules.offer import BASIS_LABELS, LIVE_OFFER, OFFER
from lettings.rules.suitability import ANSWER_LABELS

LIVE = [state.value for state in LIVE_OFFER]


class OfferQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "OfferQuerySet":
        return self.within(nomination=Nomination.objects.visible_to(actor))

    def live(self) -> "OfferQuerySet":
        return self.filter(state__in=LIVE)


class Offer(Record):
    """An offer of one home to one household. At most one live offer a home, and one a household.

    `move_on` is the day the home must be taken up; `answer_by` the day by which we hope to hear
    (a reasonable time, no fixed length: Code of Guidance 14.5). The pack is the frozen suitability checks;
    `affordability` the rent check that counted when it was signed and made, or the reason for none.
    """

    KIND = "offer"
    PREFIX = "OF"

    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="offers")
    let_reference = models.CharField(max_length=20)
    household_reference = models.CharField(max_length=20)
    state = models.CharField(max_length=20, choices=OFFER.choices)
    basis = models.CharField(max_length=20, choices=list(BASIS_LABELS.items()))
    secured_by_council = models.BooleanField(default=True)
    rent = PenceField()
    rent_frequency = models.CharField(max_length=20)
    move_on = models.DateField()
    answer_by = models.DateField(null=True)
    override_because = models.TextField(blank=True)
    affordability = models.JSONField(default=dict)
    location_reasons = models.TextField(blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    letter_reference = models.CharField(max_length=40, blank=True)
    refused_because = models.TextField(blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(OFFER, "offer_state"),
            models.UniqueConstraint(
                fields=["let_reference"], condition=models.Q(state__in=LIVE), name="one_live_offer_a_let"
            ),
            models.UniqueConstraint(
                fields=["household_reference"], condition=models.Q(state__in=LIVE), name="one_live_offer_a_household"
            ),
        ]

    @property
    def known_as(self) -> str:
        return self.nomination.known_as


class SuitabilityRow(models.Model):
    """One answered row of article 3 for an offer. The last row of a ref counts; none is ever changed."""

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="suitability_rows")
    ref = models.CharField(max_length=6)
    answer = models.CharField(max_length=20, choices=list(ANSWER_LABELS.items()))
    evidence = models.CharField(max_length=400, blank=True)
    expires_on = models.DateField(null=True)
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.ref}: {self.answer}"
