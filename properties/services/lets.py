"""The only writers of homes to let."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.money import Money
from core.notifications.services import outbox
from core.references import services as references
from core.states import Holder
from landlords import services as landlords
from properties import messages, policies
from properties.models import Home, Let
from properties.models.let import LIVE
from properties.rules.home import HomeState
from properties.rules.let import LET, check_agreed_rent
from properties.rules.wording import check_description
from properties.selectors import lettable, notices
from properties.services import photos

REVIEW_WORKING_DAYS = 2
SAID = {
    "submit": "Sent to the council",
    "ask_for_changes": "Change asked for",
    "publish": "Made available",
    "hold": "Put on hold",
    "end_hold": "Hold ended",
    "put_under_offer": "Offered to a household",
    "release": "Available again",
    "agree": "Let agreed",
    "let": "Keys handed over",
    "withdraw": "Taken off the market",
}
"""Each event as the history of the home to rent says it."""


@dataclass(frozen=True)
class Advertisement:
    """What the landlord wants advertised: one rent, a day and a description."""

    rent: Money
    rent_frequency: str
    available_from: date
    description: str
    viewing_mode: str = "single"


def check_advertisement(advertisement: Advertisement) -> None:
    """Raises DomainError on wording that bars benefits or children, and on a rent of nothing."""
    check_description(advertisement.description)
    if advertisement.rent <= Money.zero():
        raise DomainError("The rent must be more than £0.", field="rent")


def await_review(let: Let, at: datetime) -> None:
    deadlines.set_deadline(
        kind="let_review",
        subject=let.subject,
        what="read this home to rent and make it available",
        holder=Holder.COUNCIL,
        capability=Can.PUBLISH_LETS,
        due_on=dates.add_working_days(dates.today(at), REVIEW_WORKING_DAYS),
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
    )


def check_not_restricted(home: Home, at: datetime) -> None:
    """Raises DomainError in the restricted period after a ground 1 or 1A notice (HA 1988 s16M)."""
    if refusal := notices.refusal(home.landlord_id, home, dates.today(at)):
        raise refusal


@transaction.atomic
def offer_to_let(
    *,
    home_ref: str,
    seen: int,
    advertisement: Advertisement,
    actor: Actor,
    at: datetime,
) -> Let:
    """The landlord offers an accepted home to rent. One live let a home.

    Raises DomainError on barred wording, a second let, or a home that is not accepted or restricted.
    """
    home = Home.objects.select_related("landlord").lock(home_ref, seen=seen)
    policies.may_offer_to_let(actor, home).require()
    check_advertisement(advertisement)
    if home.state != HomeState.ACCEPTED:
        raise DomainError("We have to accept the home before it can be let.", code="not_accepted")
    check_not_restricted(home, at)
    if home.lets.filter(state__in=LIVE).exists():
        raise DomainError("This home is already being let.", code="live_let")
    let = Let.objects.create(
        reference=references.take(Let.PREFIX, at=at),
        created_at=at,
        home=home,
        state=LET.apply(LET.start, "submit"),
        rent=advertisement.rent,
        rent_frequency=advertisement.rent_frequency,
        available_from=advertisement.available_from,
        description=advertisement.description,
        viewing_mode=advertisement.viewing_mode,
    )
    audit.record(
        actor=actor,
        action="let.submit",
        summary=SAID["submit"],
        subject=let.subject,
        at=at,
        after={"rent": advertisement.rent, "available_from": advertisement.available_from},
        to_state=let.state,
    )
    await_review(let, at)
    return let


@transaction.atomic
def change(*, ref: str, seen: int, advertisement: Advertisement, actor: Actor, at: datetime) -> Let:
    """The landlord changes what an officer asked to be changed and sends it again."""
    let = Let.objects.select_related("home__landlord").lock(ref, seen=seen)
    policies.may_offer_to_let(actor, let.home).require()
    check_advertisement(advertisement)
    move(
        let,
        LET,
        "submit",
        summary=SAID["submit"],
        actor=actor,
        at=at,
        change_asked="",
        rent=advertisement.rent,
        rent_frequency=advertisement.rent_frequency,
        available_from=advertisement.available_from,
        description=advertisement.description,
        viewing_mode=advertisement.viewing_mode,
    )
    await_review(let, at)
    return let


@transaction.atomic
def ask_for_changes(*, ref: str, seen: int, asked: str, actor: Actor, at: datetime) -> Let:
    """An officer asks for another wording or figure before publishing."""
    let = Let.objects.select_related("home__landlord").lock(ref, seen=seen)
    policies.may_publish(actor).require()
    move(
        let, LET, "ask_for_changes", summary=SAID["ask_for_changes"], actor=actor, at=at, note=asked, change_asked=asked
    )
    deadlines.done(kind="let_review", subject=let.subject, at=at, outcome="asked for changes")
    outbox.send(
        messages.let_change_needed(let, asked), to=landlords.recipient(let.home.landlord), about=let.subject, at=at
    )
    return let


@transaction.atomic
def publish(*, ref: str, seen: int, actor: Actor, at: datetime) -> Let:
    """Make the home available: on the public site, and in matching.

    Raises DomainError listing what is missing when the home is not lettable from its first day.
    """
    let = Let.objects.select_related("home__landlord").lock(ref, seen=seen)
    policies.may_publish(actor).require()
    answer = lettable.lettable(let.home, max(let.available_from, dates.today(at)))
    if not answer.ok:
        raise DomainError(
            "It cannot be let yet. " + " ".join(missing.words for missing in answer.missing), code="not_lettable"
        )
    move(let, LET, "publish", summary=SAID["publish"], actor=actor, at=at, published_at=let.published_at or at)
    deadlines.done(kind="let_review", subject=let.subject, at=at)
    photos.follow(let.home, actor=actor, at=at)
    outbox.send(messages.let_published(let), to=landlords.recipient(let.home.landlord), about=let.subject, at=at)
    return let


@transaction.atomic
def withdraw(*, ref: str, seen: int, actor: Actor, at: datetime) -> Let:
    """The landlord takes the home off the market. Not while a household is deciding.

    Whoever is put forward for it hears of it by the service of lettings that calls this one.
    """
    let = Let.objects.select_related("home__landlord").lock(ref, seen=seen)
    policies.may_offer_to_let(actor, let.home).require()
    move(let, LET, "withdraw", summary=SAID["withdraw"], actor=actor, at=at)
    deadlines.close_all(subject=let.subject, at=at, outcome="withdrawn")
    photos.follow(let.home, actor=actor, at=at)
    return let


def shift(let: Let, event: str, actor: Actor, at: datetime, *, reason: str = "", note: str = "") -> Let:
    """Move the let to or from being available, and its photos with it."""
    move(let, LET, event, summary=SAID[event], actor=actor, at=at, reason=reason, note=note)
    photos.follow(let.home, actor=actor, at=at)
    return let


@transaction.atomic
def put_under_offer(*, ref: str, rent: Money, actor: Actor, at: datetime) -> Let:
    """Hold the home for one household's offer. Raises IllegalMove when another holds it already."""
    let = Let.objects.lock(ref)
    policies.may_allocate(actor).require()
    check_agreed_rent(let.rent, rent)
    return shift(let, "put_under_offer", actor, at)


@transaction.atomic
def release(*, ref: str, reason: str, actor: Actor, at: datetime) -> Let:
    """The offer came to nothing, so the home is available again by itself."""
    let = Let.objects.lock(ref)
    return shift(let, "release", actor, at, reason=reason)


@transaction.atomic
def agree(*, ref: str, actor: Actor, at: datetime) -> Let:
    """The household accepted the offer."""
    let = Let.objects.lock(ref)
    return move(let, LET, "agree", summary=SAID["agree"], actor=actor, at=at)


@transaction.atomic
def let_out(*, ref: str, actor: Actor, at: datetime) -> Let:
    """The keys are handed over, so the home is let."""
    let = Let.objects.lock(ref)
    policies.may_allocate(actor).require()
    move(let, LET, "let", summary=SAID["let"], actor=actor, at=at)
    deadlines.close_all(subject=let.subject, at=at, outcome="let")
    return let


@transaction.atomic
def hold(*, ref: str, seen: int, reason: str, actor: Actor, at: datetime) -> Let:
    """Take the home out of matching for now, with the reason."""
    let = Let.objects.lock(ref, seen=seen)
    policies.may_publish(actor).require()
    return shift(let, "hold", actor, at, note=reason)


@transaction.atomic
def end_hold(*, ref: str, seen: int, actor: Actor, at: datetime) -> Let:
    """Put the home back in matching. Raises DomainError in the restricted period after a notice."""
    let = Let.objects.select_related("home").lock(ref, seen=seen)
    policies.may_publish(actor).require()
    check_not_restricted(let.home, at)
    return shift(let, "end_hold", actor, at)
