from django.conf import settings
from django.db import models

from households.models.household import Household


class SafeContact(models.Model):
    """How this household may be reached without putting anyone at risk."""

    household = models.OneToOneField(Household, on_delete=models.CASCADE, related_name="safe_contact")
    no_email = models.BooleanField(default=False)
    no_letter = models.BooleanField(default=False)
    no_voicemail = models.BooleanField(default=False)
    no_text = models.BooleanField(default=False)
    no_call = models.BooleanField(default=False)
    safe_times = models.CharField(max_length=200, blank=True)
    code_word = models.CharField(max_length=60, blank=True)
    named_other = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"Safe contact of {self.household}"


class RestrictedAccess(models.Model):
    """An officer on the list of a restricted household, with the reason for being on it."""

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="restricted_access")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    granted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["household", "officer"], name="one_access_an_officer")]

    def __str__(self) -> str:
        return f"{self.officer} on {self.household}"
