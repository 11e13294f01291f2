from dataclasses import dataclass

from core.access.actor import Kind
from landlords import services as landlords
from landlords.models import Landlord
from landlords.rules.landlord import Declaration, Details, LandlordType, OrganisationType
from portal.demonstration.council import Council
from portal.demonstration.directory import LANDLINES

CLEAN = Declaration(offences=False, discrimination=False, housing_law=False, management_code=False)
OUTCODES = ("DA1", "DA2", "DA9", "DA10")


@dataclass(frozen=True)
class Applicant:
    """A landlord of the cast. `organisation` is the kind of one; then `name` is its and `contact` a person's."""

    slug: str
    name: str
    organisation: OrganisationType | None = None
    contact: str = ""
    declaration: Declaration = CLEAN
    email: str = ""


def register(council: Council, who: Applicant) -> Landlord:
    user = council.person(who.slug, who.contact or who.name, Kind.LANDLORD)
    outcode = OUTCODES[len(who.name) % 4]
    where = council.figures.where(council.directory.house(council.figures.chance, outcode), outcode)
    return landlords.register(
        details=Details(
            landlord_type=LandlordType.ORGANISATION if who.organisation else LandlordType.INDIVIDUAL,
            organisation_type=who.organisation or "",
            name=who.name,
            contact_name=who.contact,
            email=who.email or user.email,
            telephone=council.directory.telephone(who.slug, LANDLINES),
            address=f"{where.address}\n{where.town}",
            postcode=where.postcode,
            company_number="00000000" if who.organisation is OrganisationType.COMPANY else "",
        ),
        declaration=who.declaration,
        actor=council.actor(who.slug),
        at=council.at,
    )


def activate(council: Council, row: Landlord, officer: str = "grace") -> Landlord:
    row.refresh_from_db()
    return landlords.activate(ref=row.reference, seen=row.version, actor=council.actor(officer), at=council.at)


def landlord_of(council: Council, slug: str) -> Landlord:
    return Landlord.objects.get(user=council.users[slug])
