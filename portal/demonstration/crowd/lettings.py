"""Homes of the crowd find households of the crowd."""

from deposits.models import Guarantee
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from lettings.models import Nomination
from lettings.rules.match import Fit
from lettings.rules.nomination import ResidentReason
from lettings.selectors import shortlist
from lettings.selectors.shortlist import Entry
from lettings.services import nominations
from portal.demonstration.acts import guarantees, households, lettings
from portal.demonstration.council import Council
from portal.demonstration.crowd import endings, tenancies
from portal.demonstration.crowd.lives import Crowd
from portal.demonstration.stage import Story
from properties.models import Let
from properties.services import lets as let_services
from tenancies.models import Tenancy

OFFICERS = ("daniel", "meera", "tom", "aileen", "kwame")
DAYS_TO_KEYS = 9
TRIES = 5


def let_out(council: Council, crowd: Crowd, let: Let, number: int, ago: int) -> Story:
    """A guarantee for most, a household from the shortlist, and the road to the keys.

    Where nobody whom it fits is found within weeks, the landlord lets it without us.
    """
    if number % 5 < 3:
        ago = yield from guaranteed(council, let, ago)
    for attempt in range(TRIES):
        ago -= 1 if attempt == 0 else 5
        if ago < 0:
            return
        yield council.ago(ago, 10, 30)
        entry = best(council, crowd, let, number)
        if entry is None:
            continue
        row = lettings.choose(council, let, entry)
        crowd.housed.add(entry.household.pk)
        if attempt == 0 and number % 6 == 4:
            yield council.ago(ago, 16)
            decline(council, row)
            crowd.housed.discard(entry.household.pk)
            continue
        yield from moved_in(council, crowd, row, ago, number)
        return
    yield council.ago(max(ago - 2, 0), 15)
    row = Let.objects.select_related("home__landlord").get(pk=let.pk)
    if row.state == "available":
        actor = council.actor(council.slug_of(row.home.landlord.user_id))
        let_services.withdraw(ref=row.reference, seen=row.version, actor=actor, at=council.at)


def guaranteed(council: Council, let: Let, ago: int) -> Story:
    """The landlord applies, two officers say yes, the landlord signs: five days."""
    row = guarantees.apply(council, let.home)
    for days, act in ((2, guarantees.recommend), (4, guarantees.approve), (5, guarantees.sign)):
        if ago < days:
            yield council.ahead(1)
        yield council.ago(ago - days, 14)
        act(council, row)
    return ago - 5


def best(council: Council, crowd: Crowd, let: Let, number: int) -> Entry | None:
    """The first of the crowd on the shortlist whom the home fits, and whose duty lasts long enough to get there."""
    actor = council.actor(OFFICERS[number % len(OFFICERS)])
    let = Let.objects.select_related("home__landlord").get(pk=let.pk)
    for entry in shortlist.for_let(let, actor, council.today, council.rates).entries:
        key, fits = entry.household.pk, entry.outcome.fit is Fit.FITS
        if fits and key in crowd.seeking and key not in crowd.housed and entry.facts.days_left > DAYS_TO_KEYS + 3:
            return entry
    return None


def inventory_after(number: int) -> int:
    """Days from the keys to the inventory: it is due within a week, and one in ten comes late."""
    return 10 if number % 10 == 4 else 1 + number % 5


def decline(council: Council, row: Nomination) -> None:
    row = lettings.fresh(row)
    actor = council.actor(households.lead_of(council, row.household))
    reason = ResidentReason.AREA
    nominations.resident_declines(ref=row.reference, seen=row.version, reason=reason, actor=actor, at=council.at)


def moved_in(council: Council, crowd: Crowd, row: Nomination, ago: int, number: int) -> Story:
    """The road to the keys, the inventory where there is a guarantee, and the end of the duty."""
    upto = "keys" if ago > DAYS_TO_KEYS else ""
    row = yield from lettings.go_on(council, row, ago, upto or "accepted")
    if not upto:
        return
    yield council.ago(ago - DAYS_TO_KEYS, 15)
    household, lead = row.household, households.lead_of(council, row.household)
    crowd.seeking.pop(household.pk, None)
    duty = household.duties.open().exclude(kind=DutyKind.MAIN).first()
    if duty is not None:
        prevention = duty.kind == DutyKind.PREVENTION
        code = "secured_alternative_6m" if prevention else "secured_6m"
        why = "They have a home of their own, let without an end, that they can afford."
        households.end(council, household, Ground.SECURED, code, why)
        households.send(council, household, LetterKind.END_OF_PREVENTION if prevention else LetterKind.END_OF_RELIEF)
    endings.close_record(council, household, "They have moved in.")
    found = Guarantee.objects.filter(tenancy__nomination=row).first()
    until = ago - DAYS_TO_KEYS - inventory_after(number)
    if found and until >= 0:
        yield council.ago(until, 16)
        guarantees.inventory(council, found, household.name, lead)
    tenancy = Tenancy.objects.select_related("nomination__household").get(nomination=row)
    yield from tenancies.after_the_keys(council, tenancy, number, ago - DAYS_TO_KEYS)
