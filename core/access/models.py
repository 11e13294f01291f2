from django.conf import settings
from django.db import models


class FormKey(models.Model):
    """A one-use key of a form that was carried out: a resubmit is sent to where the first one went."""

    key = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    used_at = models.DateTimeField()
    location = models.CharField(max_length=500, blank=True)
