"""Nothing runs out without a call."""

import pytest

from core.deadlines.models import Deadline
from core.errors import DomainError, Refused
from core.notifications.models import OutboxMessage
from lettings.models import Nomination
from lettings.services import offers, running_out
from properties.models import Let
from tests.world import World

pytestmark = pytest.mark.django_db
TRIED = "Rang on three days"


def expire(world: World, row: Nomination, **other) -> Nomination:
    words = {"tried": TRIED, "actor": world.housing} | other
    return running_out.expire(ref=row.reference, seen=row.version, at=world.at, **words)


def told(template: str) -> list[str]:
    return list(OutboxMessage.objects.filter(template=template).values_list("body", flat=True))


def made(world: World):
    offer = world.offer(world.nomination(world.let(), world.household(), upto="offer"))
    offer = offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    return offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)


def test_nobody_answered_though_the_officer_rang(at):
    world = World(at)
    row = world.nomination(world.let(), world.household())
    world.later(days=5)
    found = expire(world, row)
    assert (found.state, found.spoken_attempt_at) == ("expired", world.at)
    assert not Deadline.objects.about(row.subject).open().exists()
    assert "did not get an answer from you" in told("ran_out_for_resident")[0]
    assert told("forward_no_more_for_landlord") == []


def test_a_silent_landlord_and_the_household_are_both_told(at):
    world = World(at)
    row = world.nomination(world.let(), world.household(), upto="sent_to_landlord")
    world.later(days=9)
    expire(world, row)
    assert "The landlord did not answer us" in told("ran_out_for_resident")[0]
    assert "did not hear whether you would like to meet" in told("landlord_was_silent")[0]


def test_their_time_to_answer_passes_first(at):
    world = World(at)
    row = world.nomination(world.let(), world.household())
    with pytest.raises(DomainError, match="has not passed"):
        expire(world, row)


def test_it_takes_word_of_how_the_officer_tried(at):
    world = World(at)
    row = world.nomination(world.let(), world.household())
    world.later(days=5)
    with pytest.raises(DomainError, match="how you tried"):
        expire(world, row, tried=" ")
    with pytest.raises(Refused):
        expire(world, row, actor=world.officer("triage"))


def test_an_offer_that_ran_out_frees_the_home_and_is_no_refusal(at):
    world = World(at)
    offer = made(world)
    with pytest.raises(DomainError, match="has not passed"):
        running_out.lapse(ref=offer.reference, seen=offer.version, tried=TRIED, actor=world.housing, at=world.at)
    world.later(days=6)
    found = running_out.lapse(ref=offer.reference, seen=offer.version, tried=TRIED, actor=world.housing, at=world.at)
    assert (found.state, found.nomination.state) == ("lapsed", "expired")
    assert Let.objects.get().state == "available"
    assert not Deadline.objects.open().filter(kind="offer_refused").exists()
    for subject in (found.subject, found.nomination.subject):
        assert not Deadline.objects.about(subject).open().exists()
    assert "did not get an answer from you" in told("ran_out_for_resident")[0]
    assert len(told("forward_no_more_for_landlord")) == 1
