from typing import Any

from django.db import models

from core.references.about import is_about


class EventQuerySet(models.QuerySet["Event"]):
    def about(self, *subjects: tuple[str, str]) -> "EventQuerySet":
        """About this record, or one of these."""
        return self.filter(is_about(*subjects))

    def unsealed(self) -> "EventQuerySet":
        return self.filter(~models.Exists(Seal.objects.filter(event_id=models.OuterRef("pk"))))


class Event(models.Model):
    """Who did what to what, when and why. Append-only: triggers refuse update and delete.

    It holds no values, so it can be kept for ever: `fields` names what changed, `values_digest`
    binds the values that stand apart, and `digest` covers every column here.
    """

    at = models.DateTimeField(db_index=True)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    on_behalf_of = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=60)
    summary = models.CharField(max_length=200)
    subject_kind = models.CharField(max_length=30)
    subject_reference = models.CharField(max_length=40)
    from_state = models.CharField(max_length=30, blank=True)
    to_state = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=60, blank=True)
    fields = models.JSONField(default=list)
    values_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_reference", "at"], name="audit_event_subject"),
            models.Index(fields=["actor_id", "at"], name="audit_event_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject_reference}"

    def columns(self) -> dict[str, Any]:
        """Everything that the digest covers."""
        return {
            field.attname: getattr(self, field.attname)
            for field in self._meta.concrete_fields
            if field.attname not in ("id", "digest")
        }


class EventValues(models.Model):
    """The values of an event, apart so that retention can remove them while the chain stays valid."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="values")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    salt = models.CharField(max_length=32, blank=True)
    removed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"values of {self.event_id}"


class Seal(models.Model):
    """A link of the chain: place, event, its digest, and the HMAC that covers the link before."""

    position = models.PositiveBigIntegerField(unique=True)
    event_id = models.BigIntegerField(unique=True)
    digest = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"seal {self.position}"
