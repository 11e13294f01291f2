"""Homes of the crowd, each on one of the paths that a home takes, drawn from a real team's books in its proportions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from core.money import Money
from core.rulebook.rules.lha import Category
from portal.demonstration.acts import homes
from portal.demonstration.acts.homes import Dwelling, fresh
from portal.demonstration.council import Council
from portal.demonstration.crowd import lettings
from portal.demonstration.crowd.landlords import slug, with_homes
from portal.demonstration.crowd.lives import Crowd
from portal.demonstration.crowd.people import chance_of, drawn
from portal.demonstration.figures import BRMA
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story
from properties.models import Home
from properties.rules.certificate import CertificateKind
from properties.services import certificates, checks
from properties.services import homes as home_services
from properties.services import lets as let_services

OUTCODES = {"DA1": 46, "DA2": 22, "DA9": 18, "DA10": 14}
SIZES = {1: 32, 2: 42, 3: 21, 4: 5}
LET_SIZES = {1: 52, 2: 38, 3: 10}
"""What is let through us is what the people who ask us need."""
CATEGORIES = {1: Category.ONE, 2: Category.TWO, 3: Category.THREE, 4: Category.FOUR}
KINDS = {1: ("flat",), 2: ("flat", "terraced_house"), 3: ("terraced_house", "semi_detached_house")}
PATHS = {
    "let": 44,
    "available": 7,
    "accepted": 13,
    "withdrawn": 8,
    "to_visit": 14,
    "sent": 16,
    "changes": 5,
    "failed": 5,
    "held": 3,
    "no_access": 3,
}
LONGEST = 178
NOT_LET_YET = 17
"""A home that came so many days ago cannot have been let by now."""
FREE_IN = 16
"""Days until the tenants leave the homes with two bedrooms that come free next: this week only the cast’s is."""


@dataclass(frozen=True)
class Place:
    """One home to come: whose, when (days ago) and on which path."""

    number: int
    owner: int
    ago: int
    path: str


def places() -> Iterator[Place]:
    """Every home with an owner who had joined by then; a few owners have many."""
    chance = chance_of("places")
    owners = with_homes()
    weights = [6 if number % 8 == 0 else 3 if number % 3 == 0 else 1 for number, _ in owners]
    spans = {
        "let": (2, LONGEST),
        "available": (9, 30),
        "to_visit": (2, 9),
        "sent": (0, 6),
        "changes": (9, 25),
        "no_access": (9, 14),
    }
    number = 0
    for path, many in PATHS.items():
        soonest, longest = spans.get(path, (14, 120))
        for each in range(many):
            ago = soonest + (longest - soonest) * each // many
            owner, _ = chance.choices(
                [pair for pair in owners if pair[1] > ago + 10],
                weights=[w for w, pair in zip(weights, owners, strict=True) if pair[1] > ago + 10],
            )[0]
            yield Place(number, owner, ago, path)
            number += 1


def dwelling(council: Council, place: Place) -> Dwelling:
    chance = chance_of(f"home {place.number}")
    sizes = LET_SIZES if place.path == "let" else SIZES
    bedrooms, outcode = int(drawn(chance, {str(size): many for size, many in sizes.items()})), drawn(chance, OUTCODES)
    gas = chance.random() < 0.55
    aged = {
        CertificateKind.GAS: chance.randint(5, 170),
        CertificateKind.EICR: chance.randint(60, 1300),
        CertificateKind.EPC: chance.randint(60, 2900),
    }
    arrived = council.ago(place.ago).date()
    return Dwelling(
        owner=slug(place.owner),
        house=council.directory.house(chance, outcode),
        bedrooms=bedrooms,
        rent=rent(council, place, bedrooms),
        outcode=outcode,
        kind=chance.choice(KINDS[min(bedrooms, 3)]),
        gas=gas,
        extra={"step_free": chance.random() < 0.2, "pets_considered": chance.random() < 0.5},
        issued={kind: arrived - timedelta(days=days) for kind, days in aged.items()},
        plain=True,
    )


def rent(council: Council, place: Place, bedrooms: int) -> int:
    """Pounds a month: the market's; for those who let through us, what the allowance pays where it is less."""
    market = council.figures.monthly_rent(bedrooms)
    allowance = council.rates.area(BRMA, council.calendar.day).by_category[CATEGORIES[bedrooms]].monthly
    asked: Money = min(market, allowance) if place.path == "let" else market
    return asked.pence // 500 * 5


def given(council: Council, place: Place) -> Story:
    """The landlord tells us of the home."""
    yield council.ago(place.ago, 9 + place.number % 8, place.number % 4 * 15)
    return homes.add(council, dwelling(council, place))


def checked(council: Council, place: Place, days: int = 2) -> Story:
    home = yield from given(council, place)
    yield council.ago(max(place.ago - days, 0), 10)
    homes.verify(council, home, "ibrahim" if place.number % 2 else "grace")
    return home


def sent(council: Council, place: Place) -> Story:
    yield from given(council, place)


def changes(council: Council, place: Place) -> Story:
    """One certificate does not do, and the landlord has been asked for another."""
    home = yield from given(council, place)
    yield council.ago(place.ago - 3, 11)
    actor = council.actor("grace")
    row = certificates.reject(
        ref=home.reference,
        seen=seen(home),
        kind=CertificateKind.EICR,
        reason="The second page is missing, so we cannot see the result.",
        actor=actor,
        at=council.at,
    )
    asked = "Please send both pages of the electrical report."
    home_services.ask_for_changes(ref=row.reference, seen=row.version, asked=asked, actor=actor, at=council.at)


def to_visit(council: Council, place: Place) -> Story:
    """The visit is to be booked; for some it is, next week or today."""
    home = yield from checked(council, place)
    if place.number % 3:
        yield council.ago(max(place.ago - 4, 0), 12)
        homes.book_at(council, home, council.ahead(place.number % 6, 14 + place.number % 4))


def visited(council: Council, place: Place) -> Story:
    home = yield from checked(council, place)
    homes.book(council, home, place.ago - 6)
    yield council.ago(place.ago - 6, 15)
    return home


def failed(council: Council, place: Place) -> Story:
    home = yield from visited(council, place)
    notes = "No smoke alarm upstairs, and the back door does not lock."
    homes.inspect(council, home, homes.passed(home, findings={"smoke_alarms": "fail"}, notes=notes))


def no_access(council: Council, place: Place) -> Story:
    home: Home = yield from visited(council, place)
    check = home.checks.get(state="booked")
    note, actor = "Rang the bell and the landlord’s telephone for a quarter of an hour.", council.actor("colin")
    checks.no_access(ref=check.reference, seen=check.version, note=note, actor=actor, at=council.at)


def accepted(council: Council, place: Place) -> Story:
    home = yield from visited(council, place)
    homes.inspect(council, home)
    homes.accept(council, home, "ibrahim" if place.number % 2 else "grace")
    return home


def available(council: Council, place: Place) -> Story:
    home = yield from accepted(council, place)
    yield council.ago(max(place.ago - 7, 0), 9)
    lived_in = home.bedrooms == 2 and (place.ago <= NOT_LET_YET or place.path == "available")
    free_from = council.ahead(FREE_IN).date() if lived_in else None
    let = homes.offer_to_let(council, home, free_from)
    yield council.ago(max(place.ago - 8, 0), 11)
    return homes.publish(council, let)


def held(council: Council, place: Place) -> Story:
    let = yield from available(council, place)
    yield council.ago(3, 10)
    reason, actor = "The bathroom is being replaced.", council.actor("grace")
    let_services.hold(ref=let.reference, seen=seen(let), reason=reason, actor=actor, at=council.at)


def withdrawn(council: Council, place: Place) -> Story:
    """They let it without us; some then take the home off our books."""
    let = yield from available(council, place)
    yield council.ago(place.ago // 3, 10)
    actor = council.actor(slug(place.owner))
    let_services.withdraw(ref=let.reference, seen=seen(let), actor=actor, at=council.at)
    if place.number % 3 == 0:
        home = fresh(let.home)
        home_services.archive(ref=home.reference, seen=home.version, actor=actor, at=council.at)


def stories(council: Council, crowd: Crowd) -> list[Story]:
    def let(council: Council, place: Place) -> Story:
        row = yield from available(council, place)
        yield from lettings.let_out(council, crowd, row, place.number, place.ago - 8)

    paths: dict[str, Callable[[Council, Place], Story]] = {
        "let": let,
        "available": available,
        "accepted": accepted,
        "withdrawn": withdrawn,
        "to_visit": to_visit,
        "sent": sent,
        "changes": changes,
        "failed": failed,
        "held": held,
        "no_access": no_access,
    }
    return [paths[place.path](council, place) for place in places()]
