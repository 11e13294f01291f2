"""Landlords of the crowd: most have one home or two, a few have many."""

from landlords import services as landlords
from landlords.rules.landlord import OrganisationType, SuspensionReason
from portal.demonstration.acts.landlords import Applicant, activate, register
from portal.demonstration.council import Council
from portal.demonstration.crowd.people import chance_of, named
from portal.demonstration.directory import Directory
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story

MANY = 48
STREETS = (
    "Bramble",
    "Castle",
    "Darent",
    "Ferry",
    "Heath",
    "Juniper",
    "Lowfield",
    "Orchard",
    "Quarry",
    "Riverside",
    "Spital",
    "Temple",
)
FIRMS = {
    OrganisationType.COMPANY: ("Lettings Ltd", "Property Management Ltd", "Homes Ltd"),
    OrganisationType.CHARITY: ("Almshouses", "Housing Trust"),
    OrganisationType.PARTNERSHIP: ("and Partners",),
}
FATES = {
    7: "suspended",
    19: "closed",
    23: "asked",
    31: "parked",
    38: "asked",
    41: "parked",
    45: "waiting",
    47: "waiting",
}
"""What came of those few who are not active."""


def slug(number: int) -> str:
    return f"landlord-{number}"


def applicant(number: int, directory: Directory) -> Applicant:
    chance = chance_of(f"landlord {number}")
    sex = chance.choice("FM")
    name = directory.new(lambda: named(chance, sex).name)
    if number % 4:
        return Applicant(slug(number), name)
    kind = list(FIRMS)[(number // 4) % 3] if number % 8 else OrganisationType.COMPANY
    return Applicant(slug(number), f"{STREETS[number // 4]} {chance.choice(FIRMS[kind])}", kind, name)


def life(council: Council, number: int) -> Story:
    """Registered, checked within a few days, active; two of the last three wait for their check today."""
    joined = 198 - number * 2 if number < MANY - 3 else 3 * (MANY - number)
    officer = "ibrahim" if number % 2 else "grace"
    yield council.ago(joined, 9 + number % 7, 20)
    row = register(council, applicant(number, council.directory))
    actor = council.actor(officer)
    fate = FATES.get(number, "active")
    if fate in ("asked", "parked"):
        yield council.ago(joined - 3, 12)
        words = "Please send us a photograph of the letter from your lender that lets you rent the home out."
        landlords.ask_for_more(ref=row.reference, seen=seen(row), question=words, actor=actor, at=council.at)
    if fate == "parked":
        yield council.ago(joined - 20, 12)
        note = "Rang twice and wrote. They may come back."
        landlords.park(ref=row.reference, seen=seen(row), note=note, actor=actor, at=council.at)
    if fate in ("asked", "parked", "waiting"):
        return
    yield council.ago(joined - 2 - number % 3, 15)
    activate(council, row, officer)
    if fate == "suspended":
        yield council.ago(11, 14)
        landlords.suspend(
            ref=row.reference,
            seen=seen(row),
            reason=SuspensionReason.ENFORCEMENT_NOTICE,
            note="An improvement notice was served on a home that is not let through us.",
            actor=council.actor("ruth"),
            at=council.at,
        )
    if fate == "closed":
        yield council.ago(30, 14)
        note = "They have moved abroad and sold up."
        landlords.close(ref=row.reference, seen=seen(row), note=note, actor=actor, at=council.at)


def with_homes() -> list[tuple[int, int]]:
    """Landlords who offer homes, each with the days ago on which the first can come."""
    return [(number, 190 - number * 2) for number in range(MANY - 8) if number not in FATES]


def stories(council: Council) -> list[Story]:
    return [life(council, number) for number in range(MANY)]
