from django.db import models

from households.models.household import Household


class Told(models.Model):
    """What people told us before they had an officer, as they checked it, and what we promised them.

    `answers` is a list of {"question", "answer"} in their order, `brought` a list of {"title", "on", "rows"}: what
    a calculator or the notice checker had told them and they chose to send. Neither changes afterwards.
    `draft_reference` names the answers it was made of, so that sending twice is one.
    """

    household = models.OneToOneField(Household, on_delete=models.CASCADE, related_name="told")
    draft_reference = models.CharField(max_length=20, unique=True)
    told_at = models.DateTimeField()
    reply_by = models.DateField()
    answers = models.JSONField(default=list)
    brought = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"What {self.household} told us"
