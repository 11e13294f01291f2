from typing import Self

from django.conf import settings
from django.db import models

from core.access.actor import Actor
from core.references.models import Record, RecordQuerySet


class DraftQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Nobody sees another person's draft, colleagues included."""
        return self.none() if actor.user_id is None else self.filter(owner_id=actor.user_id)

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def about(self, subject_reference: str) -> Self:
        return self.filter(subject_reference=subject_reference)


class Draft(Record):
    """The answers that one person has given so far on one journey.

    `kind` is the journey's name, `subject_reference` the record it is about, empty for a new one.
    `answers` is page -> field -> what was typed, each checked before it was stored and again at
    every replay. An owner of None belongs to someone without an account: one browser's session names
    it (`core.journeys.sessions`), and it is soon swept.
    """

    KIND = "draft"
    PREFIX = "DR"

    kind = models.CharField(max_length=60)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    subject_reference = models.CharField(max_length=40, blank=True)
    answers = models.JSONField(default=dict)
    updated_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind", "subject_reference"], name="one_open_draft_a_subject")
        ]
