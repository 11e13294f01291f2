"""Taking up what was set aside."""

from datetime import datetime

from django.db import transaction

from core.access.actor import Actor, Kind
from core.audit.moves import move
from core.errors import DomainError
from core.journeys.services import drafts
from landlords import messages, policies
from landlords.journeys import REGISTRATION
from landlords.models import Landlord
from landlords.rules.landlord import LANDLORD
from landlords.services import enquiries
from landlords.services.registrations import await_answer, tell


@transaction.atomic
def reopen_enquiry(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> Landlord:
    """Take up a record whose landlord never sent a registration, with the reason.

    Without an account it is an enquiry again, to be rung. With one, the landlord goes on in the questionnaire.
    Raises DomainError when the e-mail address belongs to another landlord by now.
    """
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_check(actor).require()
    enquiries.check_not_known(landlord.email, but=landlord)
    if landlord.declarations.exists():
        raise DomainError("This landlord has sent a registration. Say what you still need.", code="was_sent")
    if landlord.user is None:
        move(landlord, LANDLORD, "reopen_enquiry", actor=actor, at=at, note=note)
        enquiries.promise_call(landlord, at)
        return landlord
    move(landlord, LANDLORD, "reopen", actor=actor, at=at, note=note)
    enquiries.await_registration(landlord, at)
    owner = Actor(kind=Kind.LANDLORD, name=landlord.user.name, user_id=landlord.user_id)
    drafts.open(kind=REGISTRATION.name, actor=owner, at=at, answers=enquiries.answers(landlord))
    tell(landlord, messages.open_again(landlord), at=at)
    return landlord


@transaction.atomic
def reopen(*, ref: str, seen: int, question: str, actor: Actor, at: datetime) -> Landlord:
    """Take up a registration that was sent and set aside. The landlord is asked what is still needed."""
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_check(actor).require()
    if not landlord.declarations.exists():
        raise DomainError("This landlord has not sent a registration yet.", code="never_sent")
    move(landlord, LANDLORD, "reopen", actor=actor, at=at, note=question, question=question)
    await_answer(landlord, question, at)
    return landlord
