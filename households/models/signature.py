from django.conf import settings
from django.db import models

from core.access.actor import Actor
from core.references.models import Record, RecordQuerySet, states_of
from households.models.household import Household
from households.rules.signature import ACT_LABELS, SIGNATURE, SignatureState


class SignatureRequestQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "SignatureRequestQuerySet":
        return self.within(household=Household.objects.visible_to(actor)) if actor.is_officer else self.none()

    def waiting(self) -> "SignatureRequestQuerySet":
        return self.filter(state=SignatureState.ASKED)


class SignatureRequest(Record):
    """An act that waits for a manager’s signature, with what is to be done and why.

    `given` holds the answers that the act is carried out with; `asked_seniority` is that of the officer when
    they asked; `sign_by` is the day of the promise. `answered_by` signed it or sent it back.
    """

    KIND = "signature_request"
    PREFIX = "SR"

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="signature_requests")
    act = models.CharField(max_length=20, choices=list(ACT_LABELS.items()))
    state = models.CharField(max_length=12, choices=SIGNATURE.choices)
    subject_kind = models.CharField(max_length=30)
    subject_reference = models.CharField(max_length=40)
    what = models.CharField(max_length=200)
    given = models.JSONField(default=dict)
    reasons = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    asked_seniority = models.PositiveSmallIntegerField()
    sign_by = models.DateField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    because = models.TextField(blank=True)

    objects = SignatureRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            states_of(SIGNATURE, "signature_request_state"),
            models.CheckConstraint(
                condition=~models.Q(state="signed")
                | models.Q(answered_by__isnull=False) & ~models.Q(answered_by=models.F("asked_by")),
                name="nobody_signs_their_own_request",
            ),
            models.UniqueConstraint(
                fields=["act", "subject_kind", "subject_reference"],
                condition=models.Q(state="asked"),
                name="one_open_signature_request_an_act",
            ),
        ]

    @property
    def known_as(self) -> str:
        return self.household.name

    @property
    def about(self) -> tuple[str, str]:
        """The record that the act is done to."""
        return (self.subject_kind, self.subject_reference)
