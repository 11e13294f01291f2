"""One scene goes on from what another began with only where both begin alike, and sees nothing else of it."""

from datetime import timedelta

from households.models import Household
from landlords.models import Landlord
from tests.web.personas import Cast

CALLS: list[str] = []


def household(cast: Cast) -> Household:
    CALLS.append("household")
    return cast.world.household(name="Ida First")


def decided(cast: Cast) -> Household:
    row = cast.once(household)
    CALLS.append("decided")
    cast.world.landlord()
    return row


def names() -> list[str]:
    return list(Household.objects.values_list("name", flat=True))


def begin(cast: Cast) -> None:
    """Without what scenes of other tests left standing."""
    with cast.scene():
        assert names() == []
    CALLS.clear()


def test_a_scene_that_begins_alike_goes_on_from_there(cast: Cast) -> None:
    begin(cast)
    for _ in range(2):
        with cast.scene():
            assert cast.once(decided).name == "Ida First"
            assert (names(), Landlord.objects.count()) == (["Ida First"], 1)
            cast.world.household(name="Second")
            Household.objects.filter(name="Ida First").update(name="Changed")
    assert CALLS == ["household", "decided"]


def test_a_scene_that_begins_with_less_does_not_see_the_rest(cast: Cast) -> None:
    begin(cast)
    with cast.scene():
        cast.once(decided)
    with cast.scene():
        cast.once(household)
        assert (names(), Landlord.objects.count()) == (["Ida First"], 0)
        cast.once(decided)
        assert Landlord.objects.count() == 1
    assert CALLS == ["household", "decided", "decided"]


def test_a_scene_that_asks_or_moves_the_clock_first_begins_with_nothing(cast: Cast) -> None:
    begin(cast)
    with cast.scene():
        cast.once(household)
    with cast.scene():
        cast.world.later(days=1)
        assert cast.once(household).created_at == cast.at + timedelta(days=1)
    with cast.scene():
        assert names() == []
        cast.once(household)
    assert CALLS == ["household"] * 3


def test_what_a_scene_was_given_is_its_own(cast: Cast) -> None:
    begin(cast)
    for _ in range(2):
        with cast.scene():
            row = cast.once(household)
            assert (row.name, cast.world.people, "manager" in vars(cast.world)) == ("Ida First", 3, False)
            row.name = "Changed in memory"
            assert cast.world.manager


def test_what_follows_other_work_is_made_again(cast: Cast) -> None:
    begin(cast)
    for _ in range(2):
        with cast.scene():
            cast.world.landlord()
            cast.once(household)
    assert CALLS == ["household"] * 2
