from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.urls import reverse

from core.access.actor import Actor, Can, Kind
from core.accounts.models import Invitation, RoleGrant, User
from core.accounts.rules.invitation import digest
from core.accounts.rules.roles import ROLES, title_of
from core.money import Money
from core.notifications.rules.message import Recipient
from core.states import Colour
from core.ui.components import Cell, Column, Row, Table, Tag

SECOND_STEPS = Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES)


@dataclass(frozen=True)
class Member:
    """An officer as the pages about staff show them."""

    user: User
    roles: Sequence[str]
    second_step: bool

    @property
    def url(self) -> str:
        return reverse("accounts_office_member", args=[self.user.reference])

    @property
    def standing(self) -> Tag:
        if not self.user.is_active:
            return Tag("Account closed", Colour.GREY)
        if not self.second_step:
            return Tag("No second step yet", Colour.AMBER)
        return Tag("Can sign in", Colour.GREEN)

    @property
    def rows(self) -> list[Row]:
        return [
            Row("Email address", self.user.email),
            Row("Standing", self.standing),
            Row("Roles", list(self.roles) or "None"),
            Row("May approve up to", Money(self.user.approval_limit_pence).short),
            Row("Last signed in", self.user.last_login or "Never"),
        ]


@dataclass(frozen=True)
class Waiting:
    """An invitation that nobody has answered yet."""

    reference: str
    version: int
    name: str
    rows: Sequence[Row]

    @property
    def whose(self) -> str:
        return f"the invitation to {self.name}"


def officers() -> QuerySet[User]:
    """Everyone on the staff, those who may sign in first."""
    return User.objects.filter(kind=Kind.OFFICER).order_by("-is_active", "name", "pk")


def officers_who(can: Can) -> list[tuple[int, str]]:
    """The officers who may do something, by name: their key and name, for a choice. Closed accounts are left out."""
    roles = [slug for slug, role in ROLES.items() if can in role.capabilities]
    found = User.objects.filter(kind=Kind.OFFICER, is_active=True, role_grants__role__in=roles)
    return list(found.order_by("name", "pk").values_list("pk", "name").distinct())


def able(can: Can) -> list[Actor]:
    """The same officers as those who act, with all that each may do."""
    grants = Prefetch("role_grants", to_attr="grants")
    found: Iterable[Any] = User.objects.filter(pk__in=[pk for pk, _ in officers_who(can)]).prefetch_related(grants)
    return [user.acting(grant.role for grant in user.grants) for user in found.order_by("name", "pk")]


def in_role(*roles: str) -> list[Recipient]:
    """Each officer who holds one of these roles, as somebody to write to. Closed accounts are left out."""
    return _to_write_to(officers().filter(role_grants__role__in=roles).distinct())


def called(*user_ids: int | None) -> list[Recipient]:
    """These officers by their keys, as somebody to write to. Closed accounts are left out."""
    return _to_write_to(officers().filter(pk__in=[key for key in user_ids if key is not None]))


def _to_write_to(found: "QuerySet[User]") -> list[Recipient]:
    return [
        Recipient(one.name, one.email, user_id=one.pk, telephone=one.telephone) for one in found.filter(is_active=True)
    ]


def members() -> Table:
    """The staff with their roles in words, in two queries."""
    second = Exists(SECOND_STEPS.filter(user=OuterRef("pk")))
    grants = Prefetch("role_grants", RoleGrant.objects.order_by("role"))
    found = [
        Member(user, [label(grant.role) for grant in user.role_grants.all()], user.second_step)
        for user in officers().annotate(second_step=second).prefetch_related(grants)
    ]
    return Table(
        caption="People who work here",
        columns=[Column("Name"), Column("Roles"), Column("Standing"), Column("Last signed in")],
        rows=[
            [
                Cell(one.user.name, url=one.url, note=one.user.email),
                Cell(", ".join(one.roles) or "None"),
                Cell(one.standing),
                Cell(one.user.last_login or "Never"),
            ]
            for one in found
        ],
        empty="Nobody has joined yet.",
    )


def member(user: User) -> Member:
    """One officer with their roles in words."""
    held = user.role_grants.order_by("role").values_list("role", flat=True)
    return Member(user, [label(role) for role in held], SECOND_STEPS.filter(user=user).exists())


def title(user_id: int | None, capability: Can) -> str:
    """The role in which an officer does a thing, for under their name; "" for one who may not do it."""
    return title_of(list(RoleGrant.objects.filter(user_id=user_id).values_list("role", flat=True)), capability)


def label(role: str) -> str:
    """A role's name for the screen; a role that the code no longer knows shows as it was stored."""
    return ROLES[role].label if role in ROLES else role


def waiting(at: datetime) -> list[Waiting]:
    """The invitations whose link works now, the oldest first."""
    found = Invitation.objects.open(at).select_related("invited_by").order_by("created_at", "pk")
    return [
        Waiting(
            reference=one.reference,
            version=one.version,
            name=one.name,
            rows=[
                Row("Email address", one.email),
                Row("Roles", [label(role) for role in one.roles]),
                Row("Invited by", one.invited_by.name if one.invited_by else "Set-up"),
                Row("The link works until", one.expires_at),
            ],
        )
        for one in found
    ]


def invitation_behind(token: str, at: datetime) -> Invitation | None:
    """The open invitation that a token belongs to."""
    return Invitation.objects.open(at).select_related("invited_by").filter(token_digest=digest(token)).first()
