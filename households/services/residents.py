"""Letting the applicant of a case sign in to see it."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor, Kind
from core.accounts.models import User
from core.audit import services as audit
from core.errors import DomainError
from households import policies
from households.models import Household


@transaction.atomic
def let_sign_in(*, ref: str, seen: int, user_ref: str, actor: Actor, at: datetime) -> Household:
    """Join a resident's account to the household, once the officer knows that it is theirs.

    Raises DomainError for an account of another kind, or one that another household has.
    """
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    user = User.objects.filter(reference=user_ref, kind=Kind.RESIDENT, is_active=True).first()
    if user is None:
        raise DomainError("There is no resident's account like that.", field="user", code="no_resident")
    if Household.objects.live().filter(resident=user).exclude(pk=household.pk).exists():
        raise DomainError("Another household signs in with that account.", field="user", code="account_taken")
    household.write(resident_id=user.pk)
    audit.record(
        actor=actor,
        action="household.let_sign_in",
        subject=household.subject,
        at=at,
        after={"user": user.reference},
    )
    return household
