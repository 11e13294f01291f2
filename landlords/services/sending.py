"""Sending a finished questionnaire: a new landlord, or the record that an enquiry has begun."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor
from core.audit.moves import move
from core.errors import DomainError
from core.journeys.services import drafts
from landlords import forms, policies
from landlords.journeys import REGISTRATION
from landlords.models import Landlord
from landlords.rules.landlord import LANDLORD, Declaration, Details, LandlordState
from landlords.services import enquiries
from landlords.services.registrations import await_checks, columns, declare, register


@transaction.atomic
def register_draft(*, draft_ref: str, seen: int, email: str, actor: Actor, at: datetime) -> Landlord:
    """Register from the finished questionnaire, whose draft goes in the same transaction.

    Somebody who was invited goes on with the record of their enquiry, also when they came without the link.
    """
    answers = drafts.finish(ref=draft_ref, journey=REGISTRATION, seen=seen, actor=actor, at=at)
    details, declaration = forms.to_details(answers, email=email), forms.to_declaration(answers)
    begun = Landlord.objects.begun().visible_to(actor).first() or claimed(email, actor, at)
    if begun is not None:
        return finish(ref=begun.reference, details=details, declaration=declaration, actor=actor, at=at)
    return register(details=details, declaration=declaration, actor=actor, at=at)


def claimed(email: str, actor: Actor, at: datetime) -> Landlord | None:
    """The record of the landlord who was invited at this proved address and registers without the link."""
    waiting = Landlord.objects.filter(user=None, state=LandlordState.INVITED, email__iexact=email).first()
    if waiting is None or actor.user_id is None or Landlord.objects.filter(user_id=actor.user_id).exists():
        return None
    return enquiries.claim(Landlord.objects.lock(waiting.reference), actor, at)


@transaction.atomic
def finish(*, ref: str, details: Details, declaration: Declaration, actor: Actor, at: datetime) -> Landlord:
    """An invited landlord sends the registration and the fit and proper declaration, on the record of their enquiry.

    What they saw and send is their questionnaire, whose version was compared. The record is read once it is locked.
    """
    landlord = Landlord.objects.lock(ref)
    policies.may_answer(actor, landlord).require()
    if landlord.declarations.exists():
        raise DomainError("You have registered already.", code="registered_already")
    move(landlord, LANDLORD, "submit", actor=actor, at=at, **columns(details))
    declare(landlord, declaration, at)
    await_checks(landlord, at)
    return landlord
