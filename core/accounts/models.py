from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from core.access.actor import Kind


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. `kind` says by which door; officers hold roles as well."""

    KINDS = [(kind.value, kind.value.title()) for kind in (Kind.LANDLORD, Kind.RESIDENT, Kind.PARTNER, Kind.OFFICER)]

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    telephone = models.CharField(max_length=30, blank=True)
    kind = models.CharField(max_length=20, choices=KINDS)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()
    approval_limit_pence = models.PositiveBigIntegerField(default=0)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(is_superuser=False), name="no_superusers")]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name


class RoleGrant(models.Model):
    """A role that an officer holds. What the role may do is code (`rules/roles.py`)."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=40)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "role"], name="one_grant_a_role")]
