from core.documents.rules import kinds
from deposits.models import Guarantee, Inventory, SchemeApplication
from deposits.services import applications, guarantees
from deposits.services.guarantees import InventoryGiven
from portal.demonstration import drawings
from portal.demonstration.council import Council
from properties.models import Home

RECOMMENDED = "The home is in good order, the rent is fair, and the landlord has kept to what was agreed."


def fresh(row: SchemeApplication) -> SchemeApplication:
    return SchemeApplication.objects.select_related("home__landlord").get(pk=row.pk)


def owner_of(council: Council, home: Home) -> str:
    return council.slug_of(home.landlord.user_id)


def apply(council: Council, home: Home) -> SchemeApplication:
    return applications.submit(home_ref=home.reference, actor=council.actor(owner_of(council, home)), at=council.at)


def ask(council: Council, row: SchemeApplication, question: str) -> SchemeApplication:
    row = fresh(row)
    return applications.ask_for_more(
        ref=row.reference, seen=row.version, question=question, actor=council.actor("grace"), at=council.at
    )


def recommend(council: Council, row: SchemeApplication) -> SchemeApplication:
    row = fresh(row)
    return applications.recommend(
        ref=row.reference, seen=row.version, note=RECOMMENDED, actor=council.actor("grace"), at=council.at
    )


def approve(council: Council, row: SchemeApplication) -> SchemeApplication:
    """Finance approves within the limit, the manager above it."""
    row = fresh(row)
    within = row.amount.pence <= council.users["helen"].approval_limit_pence
    actor = council.actor("helen" if within else "ruth")
    return applications.approve(ref=row.reference, seen=row.version, actor=actor, at=council.at)


def refuse(council: Council, row: SchemeApplication, note: str) -> SchemeApplication:
    row = fresh(row)
    return applications.refuse(
        ref=row.reference, seen=row.version, note=note, actor=council.actor("grace"), at=council.at
    )


def sign(council: Council, row: SchemeApplication) -> SchemeApplication:
    row = fresh(row)
    owner = owner_of(council, row.home)
    return applications.sign(
        ref=row.reference,
        seen=row.version,
        signed_name=council.users[owner].name,
        actor=council.actor(owner),
        at=council.at,
    )


def withdraw(council: Council, row: SchemeApplication) -> SchemeApplication:
    row = fresh(row)
    actor = council.actor(owner_of(council, row.home))
    return applications.withdraw(ref=row.reference, seen=row.version, actor=actor, at=council.at)


def inventory(council: Council, row: Guarantee, tenant: str, officer: str) -> Inventory:
    """The signed inventory with a photograph of each room: damage cover starts."""
    actor = council.actor(officer)
    seen = {f"{room} 1": f"The {room} on the day of the keys" for room in drawings.ROOMS}
    photos = tuple(
        (council.file(f"{name}.jpg", drawings.draw(name), kinds.INVENTORY, actor).reference, alt)
        for name, alt in seen.items()
    )
    row = Guarantee.objects.select_related("application__home__landlord").get(pk=row.pk)
    landlord = row.application.home.landlord
    return guarantees.record_inventory(
        ref=row.reference,
        seen=row.version,
        given=InventoryGiven(council.today, landlord.contact_name or landlord.name, tenant, photos),
        actor=actor,
        at=council.at,
    )
