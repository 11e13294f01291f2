"""Landlords and their homes for tests, made through services."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

from PIL import Image

from core.access.actor import Actor
from core.accounts.middleware import actor_of
from core.documents.rules import kinds
from core.money import Money
from landlords import services as landlords
from landlords.models import Landlord
from landlords.rules.landlord import Declaration, Details, LandlordType
from properties.models import Home, Let
from properties.rules.certificate import CertificateKind
from properties.rules.check import ITEMS
from properties.rules.inputs import (
    CertificateGiven,
    Description,
    GroundOneNotice,
    HomeGiven,
    Rent,
    Where,
)
from properties.services import certificates, checks, homes, lets
from properties.services.checks import Visit
from properties.services.lets import Advertisement
from tests.replay import replayed
from tests.world_people import People

CLEAN = Declaration(offences=False, discrimination=False, housing_law=False, management_code=False)


def picture(colour: str = "teal") -> bytes:
    out = BytesIO()
    Image.new("RGB", (320, 240), colour).save(out, "JPEG")
    return out.getvalue()


class Homes(People):
    def landlord(self, owner: Actor | None = None, *, active: bool = True) -> Landlord:
        owner = owner or self.owner
        existing = Landlord.objects.filter(user_id=owner.user_id).first()
        if existing:
            return existing
        row = landlords.register(
            details=Details(
                landlord_type=LandlordType.INDIVIDUAL,
                name="Rosa Quill",
                email=f"landlord-{owner.user_id}@example.com",
                telephone="+441632960001",
                address="1 High Street\nDartford",
                postcode="DA1 1AA",
            ),
            declaration=CLEAN,
            actor=owner,
            at=self.at,
        )
        if active:
            landlords.activate(ref=row.reference, seen=row.version, actor=self.liaison, at=self.at)
        return Landlord.objects.get(pk=row.pk)

    def certificate(self, owner: Actor, kind: CertificateKind, issued_on: date, years: int) -> CertificateGiven:
        document = self.document(owner, kinds.CERTIFICATE, picture("white"), f"{kind}.jpg")
        return CertificateGiven(
            kind=kind,
            document_reference=document.reference,
            number=f"{kind.upper()}-{document.pk}",
            issued_on=issued_on,
            expires_on=issued_on.replace(year=issued_on.year + years),
            epc_band="C" if kind is CertificateKind.EPC else "",
        )

    def given(self, owner: Actor | None = None, **changes: object) -> HomeGiven:
        owner = owner or self.owner
        held = (
            self.certificate(owner, CertificateKind.GAS, self.on - timedelta(days=30), 1),
            self.certificate(owner, CertificateKind.EICR, self.on - timedelta(days=300), 5),
            self.certificate(owner, CertificateKind.EPC, self.on - timedelta(days=900), 10),
        )
        given = HomeGiven(
            where=Where(
                address="12 Orchard Street",
                town="Dartford",
                postcode="DA1 2DX",
                authority_code="E07000107",
                brma_key="NORTH_WEST_KENT",
                brma_source="landlord",
                lat=51.44,
                lon=0.21,
            ),
            description=Description(
                property_type="flat", bedrooms=2, max_occupants=4, has_gas=True, step_free=True, pets_considered=True
            ),
            rent=Rent(Money(99_500), "monthly"),
            notice=GroundOneNotice(given=False),
            certificates=held,
        )
        return replace(given, **changes)

    @replayed
    def home(self, owner: Actor | None = None, *, accepted: bool = True, **changes: object) -> Home:
        owner = owner or self.owner
        landlord = self.landlord(owner)
        row = homes.add(landlord_ref=landlord.reference, given=self.given(owner, **changes), actor=owner, at=self.at)
        return self.accept(row) if accepted else row

    def verify(self, row: Home, kind: str) -> Home:
        return certificates.verify(ref=row.reference, seen=row.version, kind=kind, actor=self.liaison, at=self.at)

    def to_visit(self, row: Home) -> Home:
        """The same home with its certificates in order, so that a visit waits."""
        for kind in row.certificates.filter(state="uploaded").values_list("kind", flat=True):
            row = self.verify(row, kind)
        return homes.certificates_in_order(ref=row.reference, seen=row.version, actor=self.liaison, at=self.at)

    def accept(self, row: Home) -> Home:
        row = self.to_visit(row)
        self.visit(row)
        homes.accept(ref=row.reference, seen=row.version, actor=self.liaison, at=self.at)
        return Home.objects.get(pk=row.pk)

    def visit(self, row: Home, **findings: str) -> None:
        check = row.checks.get(state="requested")
        check = checks.book(
            ref=check.reference,
            seen=check.version,
            visit_at=self.at + timedelta(hours=1),
            officer_id=self.liaison.user_id or 0,
            actor=self.liaison,
            at=self.at,
        )
        visit = Visit(findings=dict.fromkeys(ITEMS, "pass") | findings)
        checks.record(ref=check.reference, seen=check.version, visit=visit, actor=self.liaison, at=self.at)

    @replayed
    def let(self, home: Home | None = None, *, published: bool = True, rent: int = 99_500) -> Let:
        home = home or self.home()
        owner = actor_of(home.landlord.user)
        row = lets.offer_to_let(
            home_ref=home.reference,
            seen=home.version,
            advertisement=Advertisement(
                rent=Money(rent),
                rent_frequency="monthly",
                available_from=self.on,
                description="Two bedrooms on the ground floor, close to the station. Families are welcome.",
            ),
            actor=owner,
            at=self.at,
        )
        if published:
            lets.publish(ref=row.reference, seen=row.version, actor=self.liaison, at=self.at)
        return Let.objects.get(pk=row.pk)
