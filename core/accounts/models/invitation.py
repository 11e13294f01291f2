from datetime import datetime

from django.db import models

from core.accounts.models.user import User
from core.accounts.rules.invitation import MACHINE, InvitationState
from core.references.models import Record, RecordQuerySet
from core.states import State


class InvitationQuerySet(RecordQuerySet):
    def open(self, at: datetime) -> "InvitationQuerySet":
        return self.filter(state=InvitationState.SENT, expires_at__gt=at)


class Invitation(Record):
    """An invitation to join the staff with certain roles. Of its token only a digest is kept."""

    KIND = "invitation"
    PREFIX = "IN"

    email = models.EmailField()
    name = models.CharField(max_length=200)
    roles = models.JSONField()
    state = models.CharField(max_length=20, choices=MACHINE.choices)
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    expires_at = models.DateTimeField()
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in InvitationState]),
                name="invitation_state_is_known",
            ),
            models.UniqueConstraint(
                fields=["email"], condition=models.Q(state=InvitationState.SENT.value), name="one_open_invitation"
            ),
        ]

    @property
    def status(self) -> State:
        return MACHINE.state(self.state)
