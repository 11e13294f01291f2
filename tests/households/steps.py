"""Steps that the tests of cases share."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from households.models import Duty, Household, SignatureRequest, StatutoryLetter
from households.rules.duty import Ground
from households.rules.letter import Delivery, LetterKind
from households.services import duties, letters, plans, signing
from households.services.duties import End
from households.services.letters import Ready
from households.services.plans import PlanGiven, Step
from tests.world import World

LONDON = ZoneInfo("Europe/London")
TICKED = {"read_through": True, "causes": True, "needs": True, "needs_weighed": True}


def moment(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 10, 0, tzinfo=LONDON)


def fresh(row: Household) -> Household:
    return Household.objects.get(pk=row.pk)


def send(
    world: World,
    row: Household,
    kind: LetterKind,
    delivery: Delivery = Delivery.HAND,
    about: str = "12 Orchard Street",
    of: str = "",
) -> StatutoryLetter:
    """A letter, every box ticked. An offer or a warning gives a week. `of` is the offer a warning is about."""
    return letters.prepare(
        ref=row.reference,
        seen=fresh(row).version,
        ready=Ready(kind, delivery, TICKED, "", about, world.on + timedelta(days=7), of),
        actor=world.housing,
        at=world.at,
    )


def make_plan(world: World, row: Household, **changes) -> None:
    given = {
        "steps": (
            Step("council", "Ring the landlord about the arrears"),
            Step("applicant", "Send us the last three payslips", world.on + timedelta(days=7)),
        ),
        "agreed": True,
        "review_on": world.on + timedelta(days=28),
    } | changes
    plans.make(ref=row.reference, seen=fresh(row).version, given=PlanGiven(**given), actor=world.housing, at=world.at)


def end(world: World, duty: Duty, ground: Ground, reason: str, **views) -> Duty:
    duty.refresh_from_db()
    done = duties.end_or_ask(
        ref=duty.reference,
        seen=duty.version,
        end=End(ground, reason, "As recorded", world.on, **views),
        actor=world.housing,
        at=world.at,
    )
    if isinstance(done, SignatureRequest):
        signing.sign(ref=done.reference, seen=done.version, actor=world.manager, at=world.at)
    return Duty.objects.get(pk=duty.pk)
