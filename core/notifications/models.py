import secrets
from datetime import datetime

from django.conf import settings
from django.db import models

from core.notifications.rules.delivery import MACHINE, Delivery
from core.notifications.rules.message import CHANNEL_WORDS, Channel
from core.references.about import is_about
from core.states import State

LETTERS_AND_DIGITS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_reference() -> str:
    """A reference that cannot be guessed and needs no counter, so that queuing never waits."""
    return "M-" + "".join(secrets.choice(LETTERS_AND_DIGITS) for _ in range(12))


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    def about(self, *subjects: tuple[str, str]) -> "OutboxQuerySet":
        """About this record, or one of these."""
        return self.filter(is_about(*subjects, prefix="about"))

    def due(self, at: datetime) -> "OutboxQuerySet":
        """Waiting for a first or a further attempt by now."""
        return self.filter(state__in=MACHINE.transitions["claim"].sources, next_attempt_at__lte=at)


class OutboxMessage(models.Model):
    """One message to one person: what was meant to go, and exactly what went."""

    KIND = "message"

    reference = models.CharField(max_length=20, unique=True, editable=False, default=new_reference)
    channel = models.CharField(max_length=10, choices=[(c.value, CHANNEL_WORDS[c]) for c in Channel])
    template = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    body = models.TextField()
    secret = models.BooleanField(default=False)
    forgotten_at = models.DateTimeField(null=True)

    to_name = models.CharField(max_length=200)
    to_address = models.CharField(max_length=500)
    to_user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    about_kind = models.CharField(max_length=30)
    about_reference = models.CharField(max_length=40)

    state = models.CharField(max_length=20, choices=MACHINE.choices)
    refused_reason = models.CharField(max_length=200, blank=True)
    failure = models.CharField(max_length=500, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    task_due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    provider = models.CharField(max_length=20, blank=True)
    provider_id = models.CharField(max_length=200, blank=True)
    sent_copy = models.TextField(blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["about_kind", "about_reference", "created_at"], name="outbox_about"),
            models.Index(fields=["state", "next_attempt_at"], name="outbox_due"),
            models.Index(fields=["-created_at"], name="outbox_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in Delivery]), name="outbox_state_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(channel__in=[channel.value for channel in Channel]), name="outbox_channel_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state=Delivery.SENT.value, sent_at__isnull=False)
                | (~models.Q(state=Delivery.SENT.value) & models.Q(sent_at=None)),
                name="outbox_sent_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def status(self) -> State:
        return MACHINE.state(self.state)
