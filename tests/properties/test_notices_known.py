"""What is known of ground 1 and 1A notices of homes, and until when it bars them: the services."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from core import dates
from core.access.actor import Kind
from core.audit.models import Event
from core.deadlines.models import Deadline
from core.errors import DomainError, Refused
from properties.models import HomeNotice, Let
from properties.rules.inputs import GroundOneNotice, Where
from properties.services import homes, lets, notices
from tenancies.services import life
from tenancies.services.life import NoticeGiven
from tests.properties.telling import ENDS, TO_SELL, advertised, tell
from tests.web.client import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world):
    """Reserve B: Monday 23 November 2026."""
    world.at = world.at.replace(day=23)
    with time_machine.travel(world.at, tick=False):
        yield world


@pytest.fixture
def home(world):
    return world.home()


def test_the_same_service_date_with_a_later_date_is_taken(world, home):
    tell(world, home, TO_SELL)
    later = GroundOneNotice(True, date(2026, 5, 5), date(2026, 10, 5))
    tell(world, home, later)
    row = HomeNotice.objects.get()
    assert (row.state, row.terms) == ("stands", later)


def test_a_second_notice_that_ends_later_is_kept_beside_the_first(world, home):
    tell(world, home, TO_SELL)
    second = GroundOneNotice(True, date(2026, 11, 2), date(2027, 3, 2))
    tell(world, home, second)
    assert [row.terms for row in HomeNotice.objects.all()] == [second, TO_SELL]
    with pytest.raises(DomainError, match="until after Wednesday 1 March 2028"):
        lets.offer_to_let(
            home_ref=home.reference,
            seen=home.version,
            advertisement=advertised(world.on),
            actor=world.owner,
            at=world.at,
        )


def test_while_an_officer_settles_it_nothing_that_is_said_replaces_it(world, home):
    tell(world, home, TO_SELL)
    tell(world, home, GroundOneNotice(given=False))
    tell(world, home, GroundOneNotice(True, date(2026, 5, 5), date(2026, 10, 5)))
    row = HomeNotice.objects.get()
    assert (row.state, row.terms) == ("questioned", TO_SELL)
    assert row.said_now == "Given on 5 May 2026 for 5 Oct 2026"
    assert Deadline.objects.get(kind="home_notice", done_at=None).what.startswith("settle whether")


def test_another_notice_told_meanwhile_is_kept_beside_it(world, home):
    tell(world, home, TO_SELL)
    tell(world, home, GroundOneNotice(given=False))
    later = GroundOneNotice(True, world.on - timedelta(days=2), world.on + timedelta(days=200))
    tell(world, home, later)
    assert {(row.state, row.terms) for row in HomeNotice.objects.all()} == {("questioned", TO_SELL), ("stands", later)}


def test_what_is_said_over_and_over_asks_one_officer_once(world, home):
    tell(world, home, TO_SELL)
    for _ in range(3):
        tell(world, home, GroundOneNotice(given=False))
    assert Deadline.objects.filter(kind="home_notice").count() == 1
    assert Event.objects.filter(action="home_notice.question").count() == 1
    tell(world, home, GroundOneNotice(True, date(2026, 5, 5), date(2026, 9, 5), date(2026, 11, 1)))
    assert Event.objects.filter(action="home_notice.say_again").count() == 1


@pytest.mark.parametrize(
    ("on", "order", "allowed"),
    [
        (date(2028, 3, 1), None, False),
        (date(2028, 3, 2), None, True),
        (date(2027, 6, 10), date(2027, 6, 10), False),
        (date(2027, 6, 11), date(2027, 6, 10), True),
    ],
)
def test_the_day_on_which_the_restricted_period_is_over(world, home, on, order, allowed):
    """Ground 1A served on 2 November 2026 for 2 March 2027 (Housing Act 1988 s16M)."""
    at = datetime(on.year, on.month, on.day, 12, tzinfo=dates.LONDON)
    tell(world, home, GroundOneNotice(True, date(2026, 11, 2), date(2027, 3, 2), order), at)

    def offer_it() -> Let:
        return lets.offer_to_let(
            home_ref=home.reference, seen=home.version, advertisement=advertised(on), actor=world.owner, at=at
        )

    if allowed:
        assert offer_it().state == "in_review"
    else:
        with pytest.raises(DomainError) as refusal:
            offer_it()
        assert refusal.value.code == "restricted_period"


@pytest.mark.parametrize("typed", ["12 Orchard Street", "12, orchard street", "12 ORCHARD STREET "])
def test_another_spelling_of_the_address_does_not_help(world, typed):
    world.landlord()
    tell(world, Where("12 Orchard Street", "Dartford", "DA1 2DX"), TO_SELL)
    given = world.given()
    where = Where(typed, "Dartford", "DA1 2DX", authority_code="E07000107", brma_key="NORTH_WEST_KENT")
    with pytest.raises(DomainError, match=ENDS):
        homes.add(
            landlord_ref=world.landlord().reference,
            given=type(given)(**{**vars(given), "where": where}),
            actor=world.owner,
            at=world.at,
        )


def test_a_notice_told_for_an_address_goes_over_to_the_home(world):
    world.landlord()
    old = GroundOneNotice(True, date(2024, 5, 5), date(2024, 9, 5))
    tell(world, Where("12 Orchard Street", "Dartford", "DA1 2DX"), old)
    home = world.home(accepted=False)
    assert HomeNotice.objects.get().home == home


def test_a_notice_that_still_runs_has_an_officer_ask_who_lives_there(world, home):
    tell(world, home, GroundOneNotice(True, date(2026, 11, 2), date(2027, 3, 2)))
    what = Deadline.objects.get(kind="home_notice").what
    assert what == "find out who lives there, and whether they need help before the notice ends"
    tell(world, home, GroundOneNotice(given=False))
    assert Deadline.objects.get(kind="home_notice", done_at=None).what.startswith("settle whether")


def test_a_notice_in_a_tenancy_of_ours_counts_for_the_home(world):
    tenancy = world.tenancy()
    home = tenancy.nomination.let.home
    given = NoticeGiven(world.on, date(2027, 11, 23), ("8",))
    tenancy = life.serve_notice(
        ref=tenancy.reference, seen=tenancy.version, notice=given, actor=world.housing, at=world.at
    )
    assert not HomeNotice.objects.exists()
    tenancy = life.withdraw_notice(ref=tenancy.reference, seen=tenancy.version, actor=world.housing, at=world.at)
    given = NoticeGiven(world.on, date(2027, 11, 23), ("1A", "8"))
    tenancy = life.serve_notice(
        ref=tenancy.reference, seen=tenancy.version, notice=given, actor=world.housing, at=world.at
    )
    row = HomeNotice.objects.get()
    assert (row.home, row.specified_on) == (home, date(2027, 11, 23))
    life.withdraw_notice(ref=tenancy.reference, seen=tenancy.version, actor=world.housing, at=world.at)
    row.refresh_from_db()
    assert row.state == "stands"


def test_who_may_tell_and_settle(client, world, home):
    other = world.landlord(world.someone(Kind.LANDLORD))
    with pytest.raises(Refused):
        notices.tell(landlord_ref=other.reference, place=home, notice=TO_SELL, actor=world.owner, at=world.at)
    tell(world, home, TO_SELL)
    row = HomeNotice.objects.get()
    with pytest.raises(Refused):
        notices.settle(
            ref=row.reference, seen=row.version, outcome="set_aside", note="No", actor=world.housing, at=world.at
        )
    assert list(HomeNotice.objects.visible_to(world.owner)) == [row]
    sign_in(client, other.user)
    assert client.get(f"/landlord/homes/{home.reference}/offer/").status_code == 404
