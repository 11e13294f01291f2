"""The council at one moment: its officers, and whoever else comes to it."""

from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Self

from django.core.files.uploadedfile import SimpleUploadedFile

from core.access.actor import Actor, Kind
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.documents.models import Document
from core.documents.rules import kinds
from core.documents.services import uploads
from tests.web.client import officer, person


class People:
    """Officers and a landlord come into being when first asked for."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.people = 0

    @property
    def on(self) -> date:
        return self.at.date()

    def later(self, **delta: int) -> Self:
        """Move the clock on."""
        self.at += timedelta(**delta)
        return self

    def officer(self, role: str, limit: int = 0) -> Actor:
        self.people += 1
        user = officer(role, self.at, email=f"{role}{self.people}@example.com")
        if limit:
            User.objects.filter(pk=user.pk).update(approval_limit_pence=limit)
            user.refresh_from_db()
        return actor_of(user)

    @cached_property
    def liaison(self) -> Actor:
        return self.officer("landlord_liaison")

    @cached_property
    def housing(self) -> Actor:
        return self.officer("housing")

    @cached_property
    def finance(self) -> Actor:
        return self.officer("finance", limit=200_000)

    @cached_property
    def manager(self) -> Actor:
        return self.officer("manager", limit=1_000_000)

    def someone(self, kind: Kind) -> Actor:
        self.people += 1
        return actor_of(person(kind, self.at, email=f"{kind}{self.people}@example.com"))

    @cached_property
    def owner(self) -> Actor:
        return self.someone(Kind.LANDLORD)

    def document(self, actor: Actor, kind: kinds.FileKind, content: bytes, name: str) -> Document:
        return uploads.receive(SimpleUploadedFile(name, content), kind=kind, actor=actor, at=self.at)
