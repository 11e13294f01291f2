from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from core.access.actor import Actor, Kind
from core.accounts.rules import roles
from core.references.models import Record, RecordQuerySet


class UserManager(BaseUserManager.from_queryset(RecordQuerySet)):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin, Record):
    """A person who signs in. `kind` says by which door; officers hold roles as well.

    Nobody has a password: sign-in is by e-mail code or passkey. `sessions_from` is part of every
    session's proof, so that raising it ends them all at once.
    """

    KIND = "user"
    PREFIX = "US"
    KINDS = [(kind.value, kind.value.title()) for kind in (Kind.LANDLORD, Kind.RESIDENT, Kind.PARTNER, Kind.OFFICER)]

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    telephone = models.CharField(max_length=30, blank=True)
    kind = models.CharField(max_length=20, choices=KINDS)
    is_active = models.BooleanField(default=True)
    approval_limit_pence = models.PositiveBigIntegerField(default=0)
    sessions_from = models.PositiveIntegerField(default=0)

    objects: Any = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(is_superuser=False), name="no_superusers"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["landlord", "resident", "partner", "officer"]), name="user_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    def acting(self, names: Iterable[str]) -> Actor:
        """The actor that this person is with these roles."""
        held = list(names)
        return Actor(
            kind=Kind(self.kind),
            name=self.name,
            user_id=self.pk,
            capabilities=roles.capabilities_of(held),
            approval_limit=self.approval_limit_pence if held else 0,
            seniority=roles.seniority_of(held),
        )

    def get_session_auth_hash(self) -> str:
        return f"{self.sessions_from}:{super().get_session_auth_hash()}"

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        for proof in super().get_session_auth_fallback_hash():
            yield f"{self.sessions_from}:{proof}"


class RoleGrant(models.Model):
    """A role that an officer holds. What the role may do is code (`rules/roles.py`)."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=40)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "role"], name="one_grant_a_role")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role}"
