"""The only writers of ground 1 and 1A notices of homes: what landlords tell, and what officers hear and settle."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction
from django.db.models import Q

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.references import services as references
from core.states import Holder
from landlords import services as landlords
from landlords.models import Landlord
from properties import messages, policies
from properties.models import Home, HomeNotice
from properties.rules import home_notice as rules
from properties.rules.home import HomeState
from properties.rules.home_notice import HOME_NOTICE, NoticeState, place_key
from properties.rules.inputs import GroundOneNotice
from properties.rules.let import LetState
from properties.selectors import notices as selectors
from properties.services import lets

SETTLE = "home_notice"
SAID = {
    "question": "The landlord says that the notice is not so",
    "uphold": "The notice stands",
    "correct": "The notice stands, with other dates",
    "set_aside": "No such notice was given",
}


class Place(Protocol):
    """Where a home is: a home, or the answers about one that is not with us yet."""

    @property
    def address(self) -> str: ...
    @property
    def town(self) -> str: ...
    @property
    def postcode(self) -> str: ...


def disputes(notice: GroundOneNotice, known: HomeNotice) -> bool:
    """Whether it says otherwise about a notice that an officer settles. A notice given on another day is another."""
    same = not notice.given or notice.served_on == known.served_on
    return known.state == NoticeState.QUESTIONED and same and notice != known.terms


@transaction.atomic
def tell(*, landlord_ref: str, place: Place, notice: GroundOneNotice, actor: Actor, at: datetime) -> None:
    """Keep what a landlord answers about a ground 1 or 1A notice for a home, or for an address to come.

    Call it in a transaction of its own, before what the answer may forbid: the answer must outlive the refusal.
    An answer that would let the home sooner than what we know does not replace it, nor does any other about the
    same notice while an officer settles that.
    Raises DomainError at a date that cannot be.
    """
    landlord = Landlord.objects.lock(landlord_ref)
    policies.may_tell_of_notice(actor, landlord).require()
    on = dates.today(at)
    rules.check_order_of_dates(notice, on)
    known = selectors.restricting(selectors.at_place(landlord.pk, place), on)
    if known is not None and (disputes(notice, known) or rules.lessens(notice, known.terms, on)):
        question(known, notice, actor, at)
    elif known is not None and notice.served_on == known.served_on:
        correct(known, notice, actor, at)
    elif notice.given:
        row = keep(landlord, place, home_at(landlord, place), notice, actor, at)
        if row.specified_on >= on and row.created_at == at:
            ask_officer(row, "find out who lives there, and whether they need help before the notice ends", at)


def home_at(landlord: Landlord, place: Place) -> Home | None:
    """The landlord's home at an address, if they have sent it to us."""
    if isinstance(place, Home):
        return place
    key = place_key(place.address, place.postcode)
    theirs = Home.objects.filter(landlord=landlord).exclude(state=HomeState.ARCHIVED)
    return next((home for home in theirs if place_key(home.address, home.postcode) == key), None)


def keep(
    landlord: Landlord, place: Place, home: Home | None, notice: GroundOneNotice, actor: Actor, at: datetime
) -> HomeNotice:
    """Write a notice down, unless the same one is there; hold the home if it is on the market."""
    same = selectors.at_place(landlord.pk, place).filter(served_on=notice.served_on, specified_on=notice.specified_on)
    if (row := same.live().first()) is not None:
        return row
    row = HomeNotice.objects.create(
        reference=references.take(HomeNotice.PREFIX, at=at),
        created_at=at,
        landlord=landlord,
        home=home,
        state=HOME_NOTICE.start,
        address=place.address,
        town=place.town,
        postcode=place.postcode,
        place=place_key(place.address, place.postcode),
        **written(notice),
    )
    audit.record(
        actor=actor,
        action="home_notice.tell",
        summary="A notice to sell or move in is known",
        subject=row.subject,
        at=at,
        after=written(notice),
        to_state=row.state,
    )
    take_off_the_market(row, actor, at)
    return row


def written(notice: GroundOneNotice) -> dict[str, Any]:
    return {
        "served_on": notice.served_on,
        "specified_on": notice.specified_on,
        "other_order_on": notice.other_order_on,
    }


def ask_officer(row: HomeNotice, what: str, at: datetime) -> None:
    deadlines.set_deadline(
        kind=SETTLE,
        subject=row.subject,
        what=what,
        holder=Holder.COUNCIL,
        capability=Can.PUBLISH_LETS,
        due_on=dates.add_working_days(dates.today(at), rules.REPLY_WORKING_DAYS),
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
    )


def take_off_the_market(row: HomeNotice, actor: Actor, at: datetime) -> None:
    """Hold a home that is advertised in its restricted period: nobody may market it (HA 1988 s16M(4))."""
    if row.home is None or not rules.covers(row.terms, dates.today(at)):
        return
    for let in row.home.lets.filter(state=LetState.AVAILABLE).select_related("home"):
        lets.shift(let, "hold", actor, at, note="A ground 1 or 1A notice was given for the home.")


def question(row: HomeNotice, said: GroundOneNotice, actor: Actor, at: datetime) -> None:
    """The landlord says something else now. The first time an officer is asked; after that only the words change."""
    words = selectors.in_words(said)
    if row.state == NoticeState.STANDS:
        move(row, HOME_NOTICE, "question", summary=SAID["question"], actor=actor, at=at, said_now=words)
        ask_officer(row, "settle whether the notice to sell or move in stands", at)
    elif row.said_now != words:
        audit.record(
            actor=actor,
            action="home_notice.say_again",
            summary="The landlord says something else again",
            subject=row.subject,
            at=at,
            before={"said_now": row.said_now},
            after={"said_now": words},
        )
        row.write(said_now=words)


def correct(
    row: HomeNotice, notice: GroundOneNotice, actor: Actor, at: datetime, *, note: str = "", **more: str
) -> None:
    """Write other dates, if they are other ones."""
    changed = written(notice)
    if more or changed != {name: getattr(row, name) for name in changed}:
        move(row, HOME_NOTICE, "correct", summary=SAID["correct"], actor=actor, at=at, note=note, **changed, **more)
        take_off_the_market(row, actor, at)


@transaction.atomic
def record(*, ref: str, seen: int, notice: GroundOneNotice, note: str, actor: Actor, at: datetime) -> Home:
    """An officer learns of a notice for a home from somebody else. Raises DomainError at a date that cannot be."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_settle_notice(actor).require()
    rules.check_order_of_dates(notice, dates.today(at))
    row = keep(home.landlord, home, home, notice, actor, at)
    audit.record(
        actor=actor,
        action="home_notice.hear",
        summary="An officer heard of the notice",
        subject=row.subject,
        at=at,
        note=note,
    )
    return home.write()


def hear(
    *,
    landlord: Landlord,
    place: Place,
    grounds: Collection[str],
    notice: GroundOneNotice,
    actor: Actor,
    at: datetime,
) -> None:
    """A notice of a private landlord reached a tenancy or a concern: with ground 1 or 1A it counts for the home too.

    Call it in the transaction that records the notice. Taking the notice back does not end the restricted
    period (HA 1988 s16M): only an officer sets it aside.
    """
    if rules.RESTRICTING & set(grounds):
        keep(landlord, place, home_at(landlord, place), notice, actor, at)


@transaction.atomic
def settle(
    *,
    ref: str,
    seen: int,
    outcome: str,
    note: str,
    actor: Actor,
    at: datetime,
    notice: GroundOneNotice | None = None,
) -> HomeNotice:
    """An officer decides whether a notice stands, with what dates, or counts for nothing. The landlord is told.

    `outcome` is an event of HOME_NOTICE; `notice` are the dates that "correct" writes. Raises DomainError at a date
    that cannot be.
    """
    row = HomeNotice.objects.select_related("landlord", "home").lock(ref, seen=seen)
    policies.may_settle_notice(actor).require()
    told = row.state == NoticeState.QUESTIONED or outcome != "uphold"
    if outcome == "correct" and notice is not None:
        rules.check_order_of_dates(notice, dates.today(at))
        correct(row, notice, actor, at, note=note, said_now="")
    else:
        move(row, HOME_NOTICE, outcome, summary=SAID[outcome], actor=actor, at=at, note=note, said_now="")
    deadlines.done(kind=SETTLE, subject=row.subject, at=at, outcome=outcome)
    if told:
        until = None if row.state == NoticeState.SET_ASIDE else rules.last_day(row.terms)
        message = messages.notice_settled(row, until, dates.today(at))
        landlords.tell(row.landlord, message, about=row.subject, at=at)
    return row


def attach(home: Home) -> None:
    """Notices that were told for the address before the home was sent belong to the home."""
    for row in unattached(home):
        row.write(home=home)


def unattached(home: Home) -> Iterator[HomeNotice]:
    key = place_key(home.address, home.postcode)
    yield from HomeNotice.objects.filter(Q(home=None), landlord_id=home.landlord_id, place=key)
