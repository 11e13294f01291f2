from django.conf import settings
from django.db import models


class FormKey(models.Model):
    """The one-use key of a form that was sent: a resubmit is led to where the first one went.

    `digest` tells a resubmit from a changed form. `location` stays empty while the first is running.
    """

    key = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(db_index=True)
    location = models.CharField(max_length=2000, blank=True)

    def __str__(self) -> str:
        return self.key
