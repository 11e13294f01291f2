from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from deposits.models import Guarantee
from deposits.services import guarantees
from households.models import Household
from lettings.models import AffordabilityCheck, Nomination, Offer, Viewing
from lettings.rules.affordability import Given
from lettings.rules.offer import Basis
from lettings.selectors import shortlist
from lettings.selectors.shortlist import Entry
from lettings.services import affordability, nominations, offers, viewings
from lettings.services.offers import Terms
from portal.demonstration.acts.households import lead_of
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story
from properties.models import Let
from tenancies.models import Tenancy
from tenancies.rules.tenancy import MOVE_IN_CHECKS
from tenancies.services import tenancies

OF_VIEW = ("a", "c", "d", "e_i", "e_ii", "e_iii", "j")
SHOWN = "They showed us what comes in and what they pay for. The rent leaves them enough to live on."
NOT_FIRST = (
    "They work close by and can walk there. Those above them have no ties here.",
    "They look after a parent in the next street every morning.",
    "I rang the households above: one has found a home, the others do not want this area.",
    "The landlord has met them and is glad to let to them. Those above said no to this street.",
    "Those above wait for an answer about another home this week.",
    "They go to the clinic here each week. Nobody above them needs to be near it.",
    "They can move within the week, as the landlord asked. Those above cannot.",
    "They know the area well, and their family, who help them, live near.",
    "The home is small for those above them, who asked us to wait for a larger one.",
)
"""Why somebody was chosen who does not stand first on the shortlist."""


def fresh(row: Nomination) -> Nomination:
    return Nomination.objects.select_related("let__home__landlord", "household").get(pk=row.pk)


def put_forward(council: Council, let: Let, household: Household) -> Nomination:
    """The lead officer chooses them from the shortlist as it stands, with a reason when they are not first."""
    actor = council.actor(lead_of(council, household))
    found = shortlist.for_let(let, actor, council.today, council.rates).entries
    return choose(council, let, next(each for each in found if each.household.pk == household.pk))


def choose(council: Council, let: Let, entry: Entry) -> Nomination:
    return nominations.put_forward(
        let_ref=let.reference,
        household_ref=entry.household.reference,
        shortlist={"position": entry.position, "points": int(entry.parts.points), "fit": entry.outcome.fit},
        override_because=council.turn("override", NOT_FIRST) if entry.position > 1 else "",
        actor=council.actor(council.slug_of(entry.household.lead_officer_id)),
        at=council.at,
    )


def agree(council: Council, row: Nomination) -> Nomination:
    actor = council.actor(lead_of(council, row.household))
    return nominations.resident_agrees(ref=row.reference, seen=seen(row), actor=actor, at=council.at)


def owner_of(council: Council, row: Nomination) -> str:
    return council.slug_of(row.let.home.landlord.user_id)


def landlord_accepts(council: Council, row: Nomination) -> Nomination:
    actor = council.actor(owner_of(council, row))
    return nominations.landlord_accepts(ref=row.reference, seen=seen(row), actor=actor, at=council.at)


def arrange(council: Council, row: Nomination, starts_at: datetime) -> Viewing:
    return viewings.arrange(
        ref=row.reference,
        seen=seen(row),
        starts_at=starts_at,
        where_to_meet="At the front door",
        actor=council.actor(lead_of(council, row.household)),
        at=council.at,
    )


def record(council: Council, row: Nomination, came: str = "both", outcome: str = "proceed", note: str = "") -> Viewing:
    viewing = row.viewings.get(state="scheduled")
    return viewings.record(
        ref=viewing.reference,
        seen=viewing.version,
        came=came,
        outcome=outcome if came == "both" else "",
        note=note,
        actor=council.actor(lead_of(council, row.household)),
        at=council.at,
    )


def work_out(council: Council, let: Let, household: Household, **given: object) -> AffordabilityCheck:
    return affordability.work_out(
        household_ref=household.reference,
        let_ref=let.reference,
        seen=seen(household),
        given=Given(**given),
        actor=council.actor(lead_of(council, household)),
        at=council.at,
    )


def check_rent(
    council: Council, let: Let, household: Household, reasons: str = SHOWN, *, affordable: bool = True, **given: object
) -> None:
    """The lead officer works out the rent with them, and says whether they can afford it."""
    actor = council.actor(lead_of(council, household))
    row = work_out(council, let, household, **given)
    affordability.judge(
        ref=row.reference, seen=row.version, affordable=affordable, reasons=reasons, actor=actor, at=council.at
    )


def draft(council: Council, row: Nomination, move_on: date | None = None) -> Offer:
    actor = council.actor(lead_of(council, row.household))
    check_rent(council, row.let, row.household)
    offer = offers.draft(
        nomination_ref=row.reference,
        seen=seen(row),
        terms=Terms(basis=Basis.ORDINARY, move_on=move_on or council.today + timedelta(days=7)),
        actor=actor,
        at=council.at,
    )
    return offers.answer_rows(
        ref=offer.reference,
        seen=offer.version,
        answers=dict.fromkeys(OF_VIEW, ("pass", "Seen by the officer")),
        actor=actor,
        at=council.at,
    )


def offer_of(row: Nomination) -> Offer:
    return row.offers.get()


def sign(council: Council, row: Nomination) -> Offer:
    offer = offer_of(row)
    actor = council.actor(lead_of(council, row.household))
    return offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=actor, at=council.at)


def make(council: Council, row: Nomination) -> Offer:
    offer = offer_of(row)
    actor = council.actor(lead_of(council, row.household))
    return offers.make(ref=offer.reference, seen=offer.version, actor=actor, at=council.at)


def take(council: Council, row: Nomination) -> Offer:
    """They accept the offer, by themselves where they sign in."""
    offer, household = offer_of(row), row.household
    actor = council.actor(council.slug_of(household.resident_id or household.lead_officer_id))
    return offers.accept(ref=offer.reference, seen=offer.version, actor=actor, at=council.at)


def hand_over(council: Council, row: Nomination) -> tuple[Tenancy, Guarantee | None]:
    """The keys, and the guarantee where the landlord has signed one."""
    actor = council.actor(lead_of(council, row.household))
    tenancy = tenancies.start(
        nomination_ref=row.reference,
        started_on=council.today,
        checks=dict.fromkeys(MOVE_IN_CHECKS, True),
        actor=actor,
        at=council.at,
    )
    return tenancy, guarantees.start_for_tenancy(tenancy_ref=tenancy.reference, actor=actor, at=council.at)


@dataclass(frozen=True)
class Stop:
    """One step on the way to the keys: so many days after the household was put forward."""

    name: str
    days: int
    hour: int
    act: Callable[[Council, Nomination], object]


ROAD = (
    Stop("agreed", 0, 15, agree),
    Stop("landlord_accepted", 1, 11, landlord_accepts),
    Stop("viewing", 2, 9, lambda council, row: arrange(council, row, council.at + timedelta(hours=6))),
    Stop("seen", 2, 16, record),
    Stop("drafted", 3, 10, draft),
    Stop("signed", 3, 11, sign),
    Stop("made", 3, 12, make),
    Stop("accepted", 5, 10, take),
    Stop("keys", 8, 11, hand_over),
)


def on_the_road(council: Council, let: Let, household: Household, ago: int, upto: str = "") -> Story:
    """A household put forward for a home so many days ago, as far as the named step."""
    yield council.ago(ago, 10)
    return (yield from go_on(council, put_forward(council, let, household), ago, upto))


def go_on(council: Council, row: Nomination, ago: int, upto: str = "") -> Story:
    """What follows for a household that was put forward so many days ago."""
    names = [stop.name for stop in ROAD]
    for stop in ROAD[: names.index(upto) + 1 if upto else 0]:
        yield council.ago(ago - stop.days, stop.hour)
        stop.act(council, row)
    return fresh(row)
