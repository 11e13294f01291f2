from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from core import dates
from core.documents.rules import kinds
from core.money import Money
from portal.demonstration import drawings, papers
from portal.demonstration.acts import advertising, landlords
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story
from properties.models import Home, Let, PropertyCheck
from properties.rules.certificate import CertificateKind
from properties.rules.check import ITEMS
from properties.rules.inputs import (
    CertificateGiven,
    Description,
    GroundOneNotice,
    HomeGiven,
    Licensing,
    PhotoGiven,
    Rent,
)
from properties.services import certificates, checks, homes, lets
from properties.services.checks import Visit
from properties.services.lets import Advertisement

FRONTS = {
    "terraced_house": "terrace",
    "semi_detached_house": "semi",
    "detached_house": "cottage",
    "flat": "flats",
    "other": "cottage",
}
AGES = {CertificateKind.GAS: (60, 1), CertificateKind.EICR: (500, 5), CertificateKind.EPC: (1200, 10)}
"""How many days before the home comes to us each certificate was made, and for how many years it is good."""


@dataclass(frozen=True)
class Dwelling:
    """A home of the cast. `rent` is pounds a month; without it one is drawn from the real distribution.

    `issued` changes the day on which a certificate was made; `without` names kinds that are promised for later.
    A `plain` home has one photograph, and papers that stand for those of any home.
    """

    owner: str
    house: str
    bedrooms: int
    rent: int = 0
    outcode: str = "DA1"
    kind: str = "flat"
    gas: bool = True
    people: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)
    licensing: Licensing = field(default_factory=Licensing)
    issued: Mapping[CertificateKind, date] = field(default_factory=dict)
    without: tuple[CertificateKind, ...] = ()
    plain: bool = False


def certificate(council: Council, dwelling: Dwelling, kind: CertificateKind) -> CertificateGiven:
    if kind is CertificateKind.GAS and not dwelling.gas:
        return CertificateGiven(kind=kind, not_required_because="no_gas")
    if kind in dwelling.without:
        return CertificateGiven(kind=kind)
    days, years = AGES[kind]
    issued_on = dwelling.issued.get(kind) or council.today - timedelta(days=days)
    return made(council, dwelling, kind, issued_on, dates.add_years(issued_on, years) - timedelta(days=1))


def made(
    council: Council, dwelling: Dwelling, kind: CertificateKind, issued_on: date, expires_on: date
) -> CertificateGiven:
    """A certificate with its paper, sent by the owner."""
    number = f"{kind.upper()}-{council.figures.chance.randint(100000, 999999)}"
    if dwelling.plain:
        paper = papers.of_any_home(kind)
    else:
        paper = papers.certificate(kind, number, dwelling.house, issued_on, expires_on)
    document = council.file(f"{number}.pdf", paper, kinds.CERTIFICATE, council.actor(dwelling.owner))
    band = council.figures.chance.choice("CCDDE") if kind is CertificateKind.EPC else ""
    return CertificateGiven(kind, document.reference, number, issued_on, expires_on, band)


def photos(council: Council, dwelling: Dwelling) -> tuple[PhotoGiven, ...]:
    """The front and three rooms, out of the two dozen drawings."""
    number = council.figures.chance.randrange(3)
    shown = {f"{FRONTS[dwelling.kind]} {number}": "The front of the home"}
    if not dwelling.plain:
        shown |= {f"{room} {number}": f"The {room}" for room in drawings.ROOMS[:3]}
    given = []
    for name, alt in shown.items():
        document = council.file(f"{name}.jpg", drawings.draw(name), kinds.PHOTO, council.actor(dwelling.owner))
        given.append(PhotoGiven(document.reference, alt))
    return tuple(given)


def given(council: Council, dwelling: Dwelling) -> HomeGiven:
    rent = Money(dwelling.rent * 100) if dwelling.rent else council.figures.monthly_rent(dwelling.bedrooms)
    facts = {
        "property_type": dwelling.kind,
        "bedrooms": dwelling.bedrooms,
        "max_occupants": dwelling.people or dwelling.bedrooms * 2,
        "has_gas": dwelling.gas,
        "heating": "gas_boiler" if dwelling.gas else "electric",
        "has_fuel_burning_appliance": dwelling.gas,
        "pets_considered": len(dwelling.house) % 2 == 0,
        **dwelling.extra,
    }
    return HomeGiven(
        where=council.figures.where(dwelling.house, dwelling.outcode),
        description=Description(**facts),
        rent=Rent(rent, "monthly"),
        notice=GroundOneNotice(given=False),
        licensing=dwelling.licensing,
        certificates=tuple(certificate(council, dwelling, kind) for kind in CertificateKind),
        photos=photos(council, dwelling),
    )


def add(council: Council, dwelling: Dwelling) -> Home:
    owner = landlords.landlord_of(council, dwelling.owner)
    return homes.add(
        landlord_ref=owner.reference,
        given=given(council, dwelling),
        actor=council.actor(dwelling.owner),
        at=council.at,
    )


def fresh(row: Home) -> Home:
    return Home.objects.select_related("landlord").get(pk=row.pk)


def verify(council: Council, home: Home, officer: str = "grace") -> Home:
    """Every certificate that was sent is in order, so the visit comes next."""
    actor = council.actor(officer)
    uploaded = list(home.certificates.filter(state="uploaded", replaced_at=None).values_list("kind", flat=True))
    version = seen(home)
    for kind in uploaded:
        version = certificates.verify(ref=home.reference, seen=version, kind=kind, actor=actor, at=council.at).version
    return homes.certificates_in_order(ref=home.reference, seen=version, actor=actor, at=council.at)


def book(council: Council, home: Home, days_ago: int, hour: int = 14) -> PropertyCheck:
    return book_at(council, home, council.ago(days_ago, hour))


def book_at(council: Council, home: Home, visit_at: datetime) -> PropertyCheck:
    check = home.checks.exclude(state__in=["passed", "failed", "passed_with_actions"]).get()
    return checks.book(
        ref=check.reference,
        seen=check.version,
        visit_at=visit_at,
        officer_id=council.users["colin"].pk,
        actor=council.actor("colin"),
        at=council.at,
    )


def inspect(council: Council, home: Home, visit: Visit | None = None) -> PropertyCheck:
    check = home.checks.get(state="booked")
    visit = visit or passed(home)
    return checks.record(
        ref=check.reference, seen=check.version, visit=visit, actor=council.actor("colin"), at=council.at
    )


def passed(home: Home, **other: Any) -> Visit:
    """A visit that found everything in order but for `other`."""
    findings = dict.fromkeys(ITEMS, "pass")
    findings["electrical_equipment"] = "pass" if home.supplies_electrical_equipment else "not_applicable"
    findings["co_alarms"] = "pass" if home.has_gas else "not_applicable"
    return Visit(findings=findings | other.pop("findings", {}), **other)


def accept(council: Council, home: Home, officer: str = "grace") -> Home:
    return homes.accept(ref=home.reference, seen=seen(home), actor=council.actor(officer), at=council.at)


def offer_to_let(council: Council, home: Home, available_from: date | None = None, **other: Any) -> Let:
    row = fresh(home)
    owner = council.slug_of(row.landlord.user_id)
    return lets.offer_to_let(
        home_ref=row.reference,
        seen=row.version,
        advertisement=Advertisement(
            rent=row.rent,
            rent_frequency=row.rent_frequency,
            available_from=available_from or council.today + timedelta(days=3),
            description=advertising.described(council.figures.chance, row),
            **other,
        ),
        actor=council.actor(owner),
        at=council.at,
    )


def publish(council: Council, let: Let, officer: str = "grace") -> Let:
    return lets.publish(ref=let.reference, seen=seen(let), actor=council.actor(officer), at=council.at)


def accepted(council: Council, dwelling: Dwelling, ago: int) -> Story:
    """From the landlord's first word to an accepted home: a week, beginning so many days ago."""
    yield council.ago(ago, 11)
    home = add(council, dwelling)
    yield council.ago(ago - 2, 10)
    verify(council, home)
    book(council, home, ago - 5)
    yield council.ago(ago - 5, 14, 30)
    inspect(council, home)
    yield council.ago(ago - 5, 16)
    return accept(council, home)


def available(council: Council, dwelling: Dwelling, ago: int, **advertised: Any) -> Story:
    """A home that has been available since so many days ago."""
    home = yield from accepted(council, dwelling, ago + 8)
    yield council.ago(ago + 1, 9)
    let = offer_to_let(council, home, **advertised)
    yield council.ago(ago, 9, 30)
    return publish(council, let)
