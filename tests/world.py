"""People, homes and cases for tests, made through services as the site makes them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from core.access.actor import Actor, Kind
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.documents.models import Document
from core.documents.rules import kinds
from core.documents.services import uploads
from core.money import Money
from deposits.models import SchemeApplication
from deposits.services import applications, keys
from households.models import Duty, Household
from households.rules.case import MemberRole, Question
from households.rules.duty import DutyKind
from households.services import cases, decisions, duties
from households.services.cases import Contact, Needs, Person
from households.services.decisions import Finding
from landlords import services as landlords
from landlords.models import Landlord
from landlords.rules.landlord import Declaration, Details, LandlordType
from lettings.models import AffordabilityCheck, EarlyRelease, Nomination, Offer
from lettings.rules.affordability import Given
from lettings.rules.offer import Basis
from lettings.services import affordability, nominations, offers, releases, viewings
from lettings.services.offers import Terms
from lettings.services.releases import Asked
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
from tenancies.models import Tenancy
from tests.web.client import officer, person

CLEAN = Declaration(offences=False, discrimination=False, housing_law=False, management_code=False)


def picture(colour: str = "teal") -> bytes:
    out = BytesIO()
    Image.new("RGB", (320, 240), colour).save(out, "JPEG")
    return out.getvalue()


class World:
    """One council at one moment. Officers and a landlord come into being when first asked for."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.people = 0

    @property
    def on(self) -> date:
        return self.at.date()

    def later(self, **delta: int) -> "World":
        """Move the clock on."""
        self.at += timedelta(**delta)
        return self

    def officer(self, role: str, limit: int = 0) -> Actor:
        self.people += 1
        user = officer(role, self.at, email=f"{role}{self.people}@example.com")
        if limit:
            User.objects.filter(pk=user.pk).update(approval_limit_pence=limit)
            user.refresh_from_db()
        return actor_of(user)

    @cached_property
    def liaison(self) -> Actor:
        return self.officer("landlord_liaison")

    @cached_property
    def housing(self) -> Actor:
        return self.officer("housing")

    @cached_property
    def finance(self) -> Actor:
        return self.officer("finance", limit=200_000)

    @cached_property
    def manager(self) -> Actor:
        return self.officer("manager", limit=1_000_000)

    def someone(self, kind: Kind) -> Actor:
        self.people += 1
        return actor_of(person(kind, self.at, email=f"{kind}{self.people}@example.com"))

    @cached_property
    def owner(self) -> Actor:
        return self.someone(Kind.LANDLORD)

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

    def document(self, actor: Actor, kind: kinds.FileKind, content: bytes, name: str) -> Document:
        return uploads.receive(SimpleUploadedFile(name, content), kind=kind, actor=actor, at=self.at)

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

    def home(self, owner: Actor | None = None, *, accepted: bool = True, **changes: object) -> Home:
        owner = owner or self.owner
        landlord = self.landlord(owner)
        row = homes.add(landlord_ref=landlord.reference, given=self.given(owner, **changes), actor=owner, at=self.at)
        return self.accept(row) if accepted else row

    def verify(self, row: Home, kind: str) -> Home:
        return certificates.verify(ref=row.reference, seen=row.version, kind=kind, actor=self.liaison, at=self.at)

    def accept(self, row: Home) -> Home:
        for kind in row.certificates.filter(state="uploaded").values_list("kind", flat=True):
            row = self.verify(row, kind)
        row = homes.certificates_in_order(ref=row.reference, seen=row.version, actor=self.liaison, at=self.at)
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

    def household(
        self,
        *people: Person,
        duty: DutyKind | None = DutyKind.RELIEF,
        satisfied_on: date | None = None,
        needs: Needs | None = None,
        resident: bool = True,
        name: str = "Ama Field",
        actor: Actor | None = None,
        restricted_because: str = "",
    ) -> Household:
        actor = actor or self.housing
        people = people or (
            Person("Ama Field", MemberRole.APPLICANT, born_on=date(1994, 3, 2), sex="F"),
            Person("Kit", MemberRole.CHILD, born_on=date(2019, 5, 6), sex="M"),
        )
        self.people += 1
        row = cases.open_case(
            contact=Contact(name=name, email=f"household{self.people}@example.com", telephone="+441632960010"),
            people=people,
            approach_on=min(self.on, satisfied_on or self.on),
            restricted_because=restricted_because,
            actor=actor,
            at=self.at,
        )
        row = cases.change_needs(
            ref=row.reference,
            seen=row.version,
            needs=needs or Needs(brma_key="NORTH_WEST_KENT", wanted_areas=("DA1", "DA2")),
            actor=actor,
            at=self.at,
        )
        if duty is not None:
            self.duty(row, duty, satisfied_on or self.on, actor)
        if resident:
            Household.objects.filter(pk=row.pk).update(resident_id=self.someone(Kind.RESIDENT).user_id)
        return Household.objects.get(pk=row.pk)

    def decide(self, row: Household, question: Question, answer: str, *categories: str, actor: Actor | None = None):
        return decisions.decide(
            ref=row.reference,
            seen=Household.objects.get(pk=row.pk).version,
            finding=Finding(question, answer, "What they told us and we found", self.on, categories),
            actor=actor or self.housing,
            at=self.at,
        )

    def duty(self, row: Household, kind: DutyKind, satisfied_on: date, actor: Actor | None = None) -> Duty:
        limb = "threatened" if kind is DutyKind.PREVENTION else "homeless"
        self.decide(row, Question.ELIGIBLE, "yes", actor=actor)
        row = self.decide(row, Question.HOMELESSNESS, limb, actor=actor)
        return duties.open_duty(
            ref=row.reference,
            seen=row.version,
            kind=kind,
            satisfied_on=satisfied_on,
            actor=actor or self.housing,
            at=self.at,
        )

    def nomination(self, let: Let, household: Household, *, upto: str = "resident_asked") -> Nomination:
        """A household put forward, as far as the named state."""
        row = nominations.put_forward(
            let_ref=let.reference,
            household_ref=household.reference,
            shortlist={"position": 1},
            actor=self.housing,
            at=self.at,
        )
        seen = lambda: Nomination.objects.get(pk=row.pk).version  # noqa: E731
        steps = ["resident_asked", "sent_to_landlord", "landlord_accepted", "viewing", "offer"]
        wanted = steps.index(upto)
        owner = actor_of(let.home.landlord.user)
        if wanted >= 1:
            nominations.resident_agrees(ref=row.reference, seen=seen(), actor=self.housing, at=self.at)
        if wanted >= 2:
            nominations.landlord_accepts(ref=row.reference, seen=seen(), actor=owner, at=self.at)
        if wanted >= 3:
            viewing = viewings.arrange(
                ref=row.reference,
                seen=seen(),
                starts_at=self.at + timedelta(days=1),
                where_to_meet="At the front door",
                actor=self.housing,
                at=self.at,
            )
        if wanted >= 4:
            viewings.record(
                ref=viewing.reference,
                seen=viewing.version,
                came="both",
                outcome="proceed",
                actor=self.housing,
                at=self.at,
            )
        return Nomination.objects.get(pk=row.pk)

    def rent_check(
        self, let: Let, household: Household, *, affordable: bool | None = True, **given: object
    ) -> AffordabilityCheck:
        """The rent of a home worked out for a household, and judged unless `affordable` is None."""
        row = affordability.work_out(
            household_ref=household.reference,
            let_ref=let.reference,
            seen=Household.objects.get(pk=household.pk).version,
            given=Given(**given),
            actor=self.housing,
            at=self.at,
        )
        if affordable is None:
            return row
        judged = {"affordable": affordable, "reasons": "They showed us their bank statements"}
        return affordability.judge(ref=row.reference, seen=row.version, **judged, actor=self.housing, at=self.at)

    def release(self, household: Household, *tenants: str) -> EarlyRelease:
        """The landlord of a bound household's present home is asked to let them go in ten days."""
        row = Household.objects.get(pk=household.pk)
        asked = Asked("Nell Ashby", "1 High Street\nDartford", tenants or (row.name,), self.on + timedelta(days=10))
        return releases.ask(ref=row.reference, seen=row.version, asked=asked, actor=self.housing, at=self.at)

    def offer(self, nomination: Nomination, **terms: object) -> Offer:
        """A drafted offer with the rent found affordable and every row of view answered."""
        self.rent_check(nomination.let, nomination.household)
        row = offers.draft(
            nomination_ref=nomination.reference,
            seen=nomination.version,
            terms=Terms(**{"basis": Basis.ORDINARY, "move_on": self.on + timedelta(days=7)} | terms),
            actor=self.housing,
            at=self.at,
        )
        return offers.answer_rows(
            ref=row.reference,
            seen=row.version,
            answers=dict.fromkeys(("a", "c", "d", "e_i", "e_ii", "e_iii", "j"), ("pass", "Seen")),
            actor=self.housing,
            at=self.at,
        )

    def tenancy(self, household: Household | None = None, *, guarantee: bool = False, rent: int = 99_500) -> Tenancy:
        """A household with the keys of a home since today."""
        household = household or self.household()
        let = self.let(rent=rent)
        if guarantee:
            self.application(let.home, upto="offer_signed")
        row = self.offer(self.nomination(let, household, upto="offer"))
        row = offers.sign_suitability(ref=row.reference, seen=row.version, actor=self.housing, at=self.at)
        row = offers.make(ref=row.reference, seen=row.version, actor=self.housing, at=self.at)
        row = offers.accept(ref=row.reference, seen=row.version, actor=self.housing, at=self.at)
        tenancy, _ = keys.hand_over(
            nomination_ref=row.nomination.reference,
            seen=Nomination.objects.get(pk=row.nomination_id).version,
            started_on=self.on,
            checks={"written_statement": True, "alarms_tested": True},
            actor=self.housing,
            at=self.at,
        )
        return Tenancy.objects.get(pk=tenancy.pk)

    def application(self, home: Home, *, upto: str = "submitted") -> SchemeApplication:
        """An application for a guarantee, as far as the named state."""
        owner = actor_of(home.landlord.user)
        row = applications.submit(home_ref=home.reference, actor=owner, at=self.at)
        steps = ["submitted", "recommended", "approved", "offer_signed"]
        wanted = steps.index(upto)
        if wanted >= 1:
            row = applications.recommend(
                ref=row.reference, seen=row.version, note="Good home", actor=self.liaison, at=self.at
            )
        if wanted >= 2:
            row = applications.approve(ref=row.reference, seen=row.version, actor=self.finance, at=self.at)
        if wanted >= 3:
            row = applications.sign(
                ref=row.reference, seen=row.version, signed_name="Rosa Quill", actor=owner, at=self.at
            )
        return row
