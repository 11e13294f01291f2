import pytest

from core.access.actor import Kind
from core.audit.models import Event
from core.errors import DomainError, Refused
from households.models import Household
from households.services import residents
from tests.web.client import person
from tests.world import World

pytestmark = pytest.mark.django_db


def let_sign_in(world: World, row: Household, user, actor=None) -> Household:
    return residents.let_sign_in(
        ref=row.reference, seen=row.version, user_ref=user.reference, actor=actor or world.housing, at=world.at
    )


def test_a_resident_sees_the_case_that_is_theirs(at):
    world = World(at)
    row, user = world.household(resident=False), person(Kind.RESIDENT, at)
    assert let_sign_in(world, row, user).resident == user
    assert Event.objects.about(row.subject).filter(action="household.let_sign_in").count() == 1


def test_an_account_belongs_to_one_household(at):
    world = World(at)
    first, second = world.household(resident=False), world.household(resident=False, name="Bo Marsh")
    user = person(Kind.RESIDENT, at)
    let_sign_in(world, first, user)
    with pytest.raises(DomainError, match="Another household"):
        let_sign_in(world, second, user)


def test_only_a_residents_account_and_only_by_an_officer(at):
    world = World(at)
    row = world.household(resident=False)
    with pytest.raises(DomainError, match="no resident"):
        let_sign_in(world, row, person(Kind.LANDLORD, at))
    user = person(Kind.RESIDENT, at)
    with pytest.raises(Refused):
        let_sign_in(world, row, user, actor=world.finance)
