"""A landlord's enquiry, from the first call to the registration that it may become, on one record."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from core import dates
from core.access.actor import NOBODY, Actor, Can, Kind
from core.accounts.models import User
from core.accounts.services import people
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError, NotFound
from core.journeys.services import drafts
from core.references import services as references
from core.rulebook.selectors import policy
from core.states import Holder
from landlords import messages, policies
from landlords.journeys import REGISTRATION
from landlords.models import Landlord
from landlords.rules import enquiry as rules
from landlords.rules.enquiry import Enquiry
from landlords.rules.landlord import LANDLORD, LandlordState, LandlordType
from landlords.services.registrations import tell

ENQUIRY, INVITED, REGISTERS = "landlord_enquiry", "landlord_invited", "landlord_registers"
LAST_CALL = "landlord_last_call"


@transaction.atomic
def record(*, enquiry: Enquiry, actor: Actor, at: datetime) -> Landlord:
    """Record that a landlord rang or wrote, and promise the call back.

    Raises DomainError when the e-mail address belongs to a landlord whom we know.
    """
    policies.may_check(actor).require()
    check_not_known(enquiry.email)
    organisation = enquiry.landlord_type == LandlordType.ORGANISATION
    landlord = Landlord.objects.create(
        reference=references.take(Landlord.PREFIX, at=at),
        created_at=at,
        state=LandlordState.ENQUIRY,
        landlord_type=enquiry.landlord_type,
        organisation_type=enquiry.organisation_type if organisation else "",
        name=enquiry.organisation if organisation else enquiry.name,
        contact_name=enquiry.name if organisation else "",
        email=enquiry.email,
        telephone=enquiry.telephone,
        enquiry=enquiry.said,
    )
    after = {"name": landlord.name, "telephone": landlord.telephone, "email": landlord.email}
    audit.record(
        actor=actor,
        action="landlord.enquire",
        subject=landlord.subject,
        at=at,
        after=after,
        note=enquiry.said,
        to_state=landlord.state,
    )
    promise_call(landlord, at)
    return landlord


def check_not_known(email: str, *, but: Landlord | None = None) -> None:
    """Raises DomainError when the e-mail address belongs to another landlord whom we know than this one."""
    if not email.strip():
        return
    known = Landlord.objects.exclude(state=LandlordState.CLOSED).filter(email__iexact=email.strip())
    if other := (known.exclude(pk=but.pk) if but else known).first():
        raise DomainError(f"We know this address: {other.name}, {other.reference}.", field="email", code="known")


def promise_call(landlord: Landlord, at: datetime) -> None:
    """Put the enquiry in the officers' queue by the day that our response times promise."""
    on = dates.today(at)
    deadlines.set_deadline(
        kind=ENQUIRY,
        subject=landlord.subject,
        what="ring this landlord and invite them to register",
        holder=Holder.COUNCIL,
        capability=Can.CHECK_LANDLORDS,
        due_on=dates.add_working_days(on, policy.number("landlord_enquiry_working_days", on)),
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
    )


@transaction.atomic
def invite(*, ref: str, seen: int, email: str, actor: Actor, at: datetime) -> Landlord:
    """Invite the landlord to register, by a link that works for 28 days. A new link ends the one before.

    Raises DomainError when the e-mail address belongs to another landlord whom we know.
    """
    landlord = Landlord.objects.lock(ref, seen=seen)
    policies.may_check(actor).require()
    check_not_known(email, but=landlord)
    token, open_to = secrets.token_urlsafe(32), rules.open_to(dates.today(at))
    move(
        landlord,
        LANDLORD,
        "invite",
        actor=actor,
        at=at,
        email=email.strip().lower(),
        officer_id=actor.user_id,
        invitation_open_to=open_to,
        reminded_on=None,
    )
    Landlord.objects.filter(pk=landlord.pk).update(invitation_digest=rules.digest(token))
    for kind in (ENQUIRY, LAST_CALL):
        deadlines.done(kind=kind, subject=landlord.subject, at=at)
    deadlines.set_deadline(
        kind=INVITED,
        subject=landlord.subject,
        what="open the link and register",
        holder=Holder.LANDLORD,
        due_on=open_to,
        at=at,
        otherwise="The link stops working, and a week later we delete what they told us.",
    )
    link = settings.SITE_URL + reverse("landlords_public_invitation", args=[token])
    message = messages.invited(landlord, invited_by=actor.name, link=link, open_to=open_to)
    tell(landlord, message, at=at)
    return landlord


@transaction.atomic
def begin(*, token: str, at: datetime) -> Landlord:
    """The landlord who holds the link starts to register, on the record of their enquiry.

    They get an account for the address that the link was sent to, and what they told us already stands in
    the questionnaire. Raises NotFound for a link that is unknown, used or too old, and DomainError when the
    address belongs to somebody who cannot register with it.
    """
    found = invited(token, at)
    landlord = Landlord.objects.lock(found.reference) if found else None
    if landlord is None or landlord.invitation_digest != rules.digest(token):
        raise NotFound("This link does not work any more.", code="no_invitation")
    user = account(landlord, at)
    actor = Actor(kind=Kind.LANDLORD, name=user.name, user_id=user.pk)
    claim(landlord, actor, at)
    drafts.open(kind=REGISTRATION.name, actor=actor, at=at, answers=answers(landlord))
    return landlord


def claim(landlord: Landlord, actor: Actor, at: datetime) -> Landlord:
    """The record of an invited landlord becomes the registration of this person, who has it to finish."""
    move(landlord, LANDLORD, "begin", actor=actor, at=at, user_id=actor.user_id)
    Landlord.objects.filter(pk=landlord.pk).update(invitation_digest="")
    for kind in (INVITED, LAST_CALL):
        deadlines.done(kind=kind, subject=landlord.subject, at=at)
    await_registration(landlord, at)
    return landlord


def await_registration(landlord: Landlord, at: datetime) -> None:
    deadlines.set_deadline(
        kind=REGISTERS,
        subject=landlord.subject,
        what="finish your registration",
        holder=Holder.LANDLORD,
        due_on=dates.today(at) + rules.LIFE,
        at=at,
        otherwise="We delete the registration. You can begin again at any time.",
    )


def invited(token: str, at: datetime) -> Landlord | None:
    """The landlord behind a link that still works."""
    rows = Landlord.objects.filter(state=LandlordState.INVITED, invitation_open_to__gte=dates.today(at))
    return rows.filter(invitation_digest=rules.digest(token)).select_related("officer").first()


def account(landlord: Landlord, at: datetime) -> User:
    """The landlord's account: the one that they have already, or a new one."""
    if not people.is_taken(landlord.email):
        return people.open_account(
            kind=Kind.LANDLORD,
            email=landlord.email,
            name=landlord.greeting_name,
            telephone=landlord.telephone,
            actor=NOBODY,
            at=at,
            proved=True,
        )
    user = User.objects.get(email=landlord.email)
    if user.kind != Kind.LANDLORD or Landlord.objects.filter(user=user).exists():
        raise DomainError(
            f"Somebody signs in with {landlord.email} already. Ring us, and we put it right.", code="account_exists"
        )
    return user


def answers(landlord: Landlord) -> dict[str, dict[str, str]]:
    """What the landlord told us already, as the questionnaire keeps it."""
    who = {"name": landlord.name}
    if landlord.landlord_type == LandlordType.ORGANISATION:
        more = {"organisation_type": landlord.organisation_type, "contact_name": landlord.contact_name}
        who |= {"company_number": "", **more}
    slug = "organisation" if landlord.landlord_type == LandlordType.ORGANISATION else "person"
    return {
        "type": {"landlord_type": landlord.landlord_type},
        slug: who,
        "contact": {"telephone": landlord.telephone},
    }
