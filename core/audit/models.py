from django.db import models


class Event(models.Model):
    """Who did what to what, when and why. Append-only; a trigger refuses update and delete."""

    at = models.DateTimeField(db_index=True)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    on_behalf_of = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=30)
    subject_reference = models.CharField(max_length=40)
    from_state = models.CharField(max_length=30, blank=True)
    to_state = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=60, blank=True)
    fields = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    salt = models.CharField(max_length=32)

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_reference", "at"], name="audit_event_subject")]


class EventValues(models.Model):
    """The values of an event, apart so that retention can remove them while the chain stays valid."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="values")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    note = models.TextField(blank=True)


class Seal(models.Model):
    """A link of the chain: position, event digest, and the HMAC that covers the link before."""

    position = models.PositiveBigIntegerField(unique=True)
    event_id = models.BigIntegerField(unique=True)
    digest = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)
