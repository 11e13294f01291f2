from datetime import date

from django.conf import settings
from django.db import models

from properties.models.home import Home
from properties.rules import certificate as rules
from properties.rules.certificate import CERTIFICATE_LABELS, CertificateState, NotRequired


class Certificate(models.Model):
    """The newest certificate of a kind for a home. `expires_on` is the last day on which it is good."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="certificates")
    kind = models.CharField(max_length=10, choices=list(CERTIFICATE_LABELS.items()))
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in CertificateState])
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    epc_band = models.CharField(max_length=1, blank=True, choices=[(b, b) for b in "ABCDEFG"])
    not_required_because = models.CharField(
        max_length=20, blank=True, choices=[(n.value, n.value) for n in NotRequired]
    )
    document_reference = models.CharField(max_length=40, blank=True)
    promised_by = models.DateField(null=True)
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["kind", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[s.value for s in CertificateState]), name="certificate_state"
            ),
            models.UniqueConstraint(
                fields=["home", "kind"], condition=models.Q(replaced_at=None), name="one_current_certificate_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} of {self.home}"

    @property
    def label(self) -> str:
        return CERTIFICATE_LABELS[rules.CertificateKind(self.kind)]

    @property
    def noun(self) -> str:
        """The label within a sentence."""
        return self.label[:1].lower() + self.label[1:]

    def valid_on(self, on: date) -> bool:
        return rules.valid_on(self.state, self.expires_on, on)

    def shown(self, on: date) -> rules.Shown:
        return rules.shown(self.state, self.expires_on, on)


class Photo(models.Model):
    """A photograph of a home. `alt` says in words what it shows."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="photos")
    document_reference = models.CharField(max_length=40, unique=True)
    alt = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.alt
