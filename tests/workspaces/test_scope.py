"""Rows are looked up by their parents only where those leave any out."""

import pytest

from core.access.actor import Kind
from core.references.models import RecordQuerySet
from households.models import Household
from properties.models import Home, Let
from tests.world import World
from workspaces.selectors.scope import KINDS

pytestmark = pytest.mark.django_db


def test_nothing_is_asked_of_parents_that_leave_none_out(at):
    let = World(at).let()
    assert Let.objects.within(home=Home.objects.order_by("address")).is_whole
    some = Let.objects.within(home=Home.objects.filter(pk=let.home_id))
    assert (some.is_whole, list(some)) == (False, [let])
    assert not Let.objects.within(home=Home.objects.exclude(pk=let.home_id)).exists()
    assert not Let.objects.within(home=Home.objects.none()).exists()
    assert not Home.objects.all()[:1].is_whole


def test_no_way_to_a_parent_leads_over_a_column_that_may_be_empty(at, monkeypatch):
    world, ways = World(at), set()
    within = RecordQuerySet.within

    def followed(rows, **parents):
        for way in parents:
            model = rows.model
            for name in way.split("__"):
                field = model._meta.get_field(name)
                assert not field.null, f"{model.__name__}.{name}"
                model = field.related_model
            ways.add((rows.model.__name__, way))
        return within(rows, **parents)

    monkeypatch.setattr(RecordQuerySet, "within", followed)
    for actor in (world.manager, world.housing, world.owner, world.someone(Kind.RESIDENT)):
        for kind in KINDS.values():
            kind.visible_to(actor)
    assert {("Viewing", "nomination"), ("Tenancy", "nomination__household"), ("Let", "home")} <= ways


def test_a_manager_may_know_of_every_row_and_housing_officers_of_all_but_restricted_households(at):
    world = World(at)
    whole = {kind for kind, record in KINDS.items() if record.visible_to(world.manager).is_whole}
    assert whole == set(KINDS)
    kept_apart = {kind for kind, record in KINDS.items() if not record.visible_to(world.housing).is_whole}
    assert {"household", "duty", "nomination", "tenancy", "guarantee", "problem_report"} <= kept_apart
    assert not {"home", "let", "landlord"} & kept_apart
    assert not Household.objects.visible_to(world.owner).exists()
