"""Letting the applicant of a case sign in to see it, and inviting them to."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from core.access.actor import Actor, Kind
from core.accounts import messages as words
from core.accounts.models import User
from core.accounts.services import people
from core.audit import services as audit
from core.errors import DomainError
from core.notifications.rules import safe_contact
from households import policies
from households.models import Household
from households.services import contact


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


def check_may_invite(household: Household) -> None:
    """Raises DomainError, for officers' eyes, when they sign in already or e-mail is not safe or not known."""
    if household.resident_id:
        raise DomainError("They can sign in already.", code="signs_in")
    if reason := safe_contact.barred("email", contact.recipient(household).safe_contact):
        raise DomainError(
            f"{reason} An account is opened by e-mail, so they cannot be invited. Work with them by the ways that "
            "are safe.",
            code="unsafe",
        )
    if not household.email:
        raise DomainError("We have no e-mail address for them. Add it under contact first.", code="no_email")


@transaction.atomic
def invite(*, ref: str, seen: int, actor: Actor, at: datetime) -> Household:
    """Open an account for the applicant, join it to the case, and tell them by e-mail how to sign in.

    An account that they have already is joined. Raises DomainError with the reason where safe contact bars
    e-mail, or where the address is somebody else's account.
    """
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    check_may_invite(household)
    user = User.objects.filter(email=household.email.strip().lower(), kind=Kind.RESIDENT).first()
    if user is None:
        if people.is_taken(household.email.strip().lower()):
            raise DomainError("Someone else signs in with this e-mail address. Ask for another.", code="taken")
        user = people.open_account(kind=Kind.RESIDENT, email=household.email, name=household.name, actor=actor, at=at)
    household = let_sign_in(ref=ref, seen=seen, user_ref=user.reference, actor=actor, at=at)
    message = words.account_opened(
        council=settings.COUNCIL_NAME,
        link=settings.SITE_URL + reverse("account_login"),
        officer=actor.name,
        telephone=settings.COUNCIL_TELEPHONE,
    )
    contact.tell(household, message, at=at)
    return household
