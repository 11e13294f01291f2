from datetime import date, timedelta

import pytest
from django.apps import apps

from core.access.actor import Can, Kind
from core.accounts.middleware import actor_of
from core.deadlines import services as deadlines
from core.deadlines.models import Deadline
from core.money import Money
from core.notifications.models import OutboxMessage
from core.notifications.services import outbox
from core.references.models import Record
from core.states import Holder
from households.models import RestrictedAccess
from households.rules.case import MemberRole, Restriction
from households.rules.duty import DutyKind
from households.services import placements
from households.services.cases import Person
from households.services.placements import Stay
from tests.web.client import officer, sign_in
from tests.world import World
from workspaces import tasks
from workspaces.rules.queue import QueueFilters, Whose
from workspaces.selectors import queue, scope

pytestmark = pytest.mark.django_db

WITHOUT_A_PAGE = {"document", "draft", "invitation", "user"}
SECRET = "Zora Hidden"


@pytest.fixture
def world(at):
    return World(at)


def due(subject, on, *, kind="probe", what="do it", person_id=None, at=None, **more):
    return deadlines.set_deadline(
        kind=kind,
        subject=subject,
        what=what,
        holder=Holder.COUNCIL,
        capability=Can.WORK_HOUSEHOLDS,
        person_id=person_id,
        due_on=on,
        at=at,
        **more,
    )


def secret(world, **given):
    return world.household(
        actor=world.manager, name=SECRET, restriction=Restriction.DOMESTIC_ABUSE, resident=False, **given
    )


def waiting(actor, on, **filters):
    return list(queue.day_list(actor, QueueFilters(**filters), on).rows)


def test_every_kind_of_record_is_known_to_the_queue():
    kinds = {model.KIND for model in apps.get_models() if issubclass(model, Record)}
    assert kinds - WITHOUT_A_PAGE == set(scope.KINDS)


def test_a_deadline_about_an_unknown_kind_of_record_is_left_out(world, at, today):
    due(("mystery", "MY-2026-0001"), today, at=at)
    assert waiting(world.housing, today, whose=Whose.TEAM) == []


def test_a_restricted_household_is_absent_from_list_counts_and_clocks(client, at, world, today):
    row = secret(world, satisfied_on=today - timedelta(days=52))
    Deadline.objects.update(person=None)
    user = officer("housing", at)
    sign_in(client, user)
    page = client.get("/office/?whose=team")
    assert SECRET.encode() not in page.content
    assert row.reference.encode() not in page.content
    assert [tile.figure for tile in page.context["tiles"]] == [0, 0, 0, 0]
    assert [tile.figure for tile in page.context["clock_tiles"]] == [0, 0, 0, 0]
    assert page.context["pagination"].total == 0

    RestrictedAccess.objects.create(household=row, officer=user, reason="Her officer", granted_at=at)
    page = client.get("/office/?whose=team")
    assert SECRET.encode() in page.content
    assert page.context["tiles"][3].figure == Deadline.objects.open().count() > 0
    assert page.context["clock_tiles"][1].figure == 1


def test_a_managers_clocks_are_the_teams_whatever_list_they_read(client, at, world, today):
    world.household(satisfied_on=today - timedelta(days=60))
    for role, past, whose in (("manager", 1, "the whole team"), ("housing", 0, "your households")):
        sign_in(client, officer(role, at))
        page = client.get("/office/")
        assert page.context["clock_tiles"][0].figure == past
        assert f"Clocks to watch: {whose}" in page.content.decode()


def test_being_named_on_a_deadline_does_not_open_a_restricted_household(world, at, today):
    row = secret(world)
    due(row.subject, today, at=at, person_id=world.housing.user_id)
    assert waiting(world.housing, today) == []


def test_a_put_forward_of_a_restricted_household_is_absent(world, at, today):
    row = secret(world)
    nomination = world.nomination(world.let(), world.household())
    type(nomination).objects.filter(pk=nomination.pk).update(household=row)
    due(nomination.subject, today, at=at)
    assert nomination.subject not in {deadline.subject for deadline in waiting(world.housing, today, whose=Whose.TEAM)}
    assert nomination.subject in {deadline.subject for deadline in waiting(world.manager, today, whose=Whose.TEAM)}


def test_mine_is_mine_and_nobodys_and_the_team_is_everyones(client, at, world, today):
    Deadline.objects.all().delete()
    me, other = officer("housing", at), officer("housing", at, email="other@example.com")
    row = world.household(duty=None)
    Deadline.objects.all().delete()
    due(row.subject, today, kind="a", what="mine", person_id=me.pk, at=at)
    due(row.subject, today, kind="b", what="nobody's", at=at)
    due(row.subject, today, kind="c", what="theirs", person_id=other.pk, at=at)
    assert [deadline.what for deadline in waiting(actor_of(me), today)] == ["mine", "nobody's"]
    assert len(waiting(actor_of(me), today, whose=Whose.TEAM)) == 3
    sign_in(client, me)
    page = client.get("/office/?whose=team").content.decode()
    assert "You" in page
    assert other.name in page


def test_the_filters_narrow_by_day_and_by_kind(client, at, world, today):
    row, landlord = world.household(duty=None), world.landlord()
    Deadline.objects.all().delete()
    for days in (-3, 0, 6, 7):
        due(row.subject, today + timedelta(days=days), kind=f"probe{days}", at=at)
    due(landlord.subject, today, at=at)
    sign_in(client, officer("manager", at))

    def total(query):
        return client.get(f"/office/?{query}").context["pagination"].total

    assert [total(f"when={when}") for when in ("late", "today", "week", "")] == [1, 2, 3, 5]
    assert total("kind=household") == 4
    assert total("kind=landlord&when=today") == 1
    assert total("kind=nothing&when=never&whose=me") == 5
    figures = [tile.figure for tile in client.get("/office/?when=late").context["tiles"]]
    assert figures == [1, 2, 3, 5]


def test_a_line_names_the_record_and_leads_to_the_page_that_shows_it(client, at, world, today):
    row = world.household(duty=DutyKind.RELIEF, satisfied_on=today - timedelta(days=34))
    Deadline.objects.update(person=None)
    sign_in(client, officer("housing", at))
    table = client.get("/office/?kind=duty").context["table"]
    cell = table.rows[0][1]
    assert cell.value == row.reference
    assert cell.note == "Duty: Ama Field"
    check = world.home(accepted=False)
    cell = scope.known([check.subject], world.liaison)[check.subject]
    assert (cell.label, cell.name) == ("Home", "12 Orchard Street, Dartford")


def test_duties_from_day_35_stand_out(client, at, world, today):
    for day in (34, 35, 48, 49, 55, 56, 57):
        world.household(satisfied_on=today - timedelta(days=day - 1), name=f"Day {day} Person")
    sign_in(client, officer("housing", at))
    page = client.get("/office/?whose=team")
    assert [tile.figure for tile in page.context["clock_tiles"][:3]] == [2, 2, 2]
    notes = [line[0].note for line in page.context["duties"].rows]
    assert notes == [f"Day {day} Person" for day in (57, 56, 55, 49, 48, 35)]
    assert [line[2].value.colour for line in page.context["duties"].rows] == [
        "red",
        "red",
        "yellow",
        "yellow",
        "blue",
        "blue",
    ]
    assert client.get("/office/").context["duties"].rows == []


def stay(world, row, days):
    given = Stay("Sea View", False, False, Money(6_500), world.on - timedelta(days=days - 1))
    return placements.place(ref=row.reference, seen=row.version, stay=given, actor=world.housing, at=world.at)


def test_families_in_bed_and_breakfast_come_first_and_redden(client, at, world):
    alone = Person("Lee Alone", MemberRole.APPLICANT, born_on=date(1990, 1, 1), sex="M")
    for name, days, people in (("Day 20", 20, ()), ("Day 36", 36, ()), ("Alone", 60, (alone,)), ("Day 21", 21, ())):
        stay(world, world.household(*people, duty=None, name=name), days)
    left = stay(world, world.household(duty=None, name="Left"), 9)
    placements.leave(ref=left.reference, seen=left.version, ended_on=world.on, actor=world.housing, at=at)
    sign_in(client, officer("housing", at))
    page = client.get("/office/?whose=team")
    shown = [(line[0].note, line[1].value.text, line[1].value.colour) for line in page.context["families"].rows]
    assert shown == [
        ("Day 36", "Day 36 of 42", "red"),
        ("Day 21", "Day 21 of 42", "yellow"),
        ("Day 20", "Day 20 of 42", "blue"),
        ("Alone", "Day 60", "grey"),
    ]
    tile = page.context["clock_tiles"][3]
    assert (tile.figure, tile.urgent) == (3, True)


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_costs_the_same_however_long(client, at, world, django_assert_num_queries, count, today):
    for position in range(count):
        row = world.household(satisfied_on=today - timedelta(days=40), name=f"Person {position}", resident=False)
        due(row.subject, today, at=at)
        stay(world, row, 5)
    sign_in(client, officer("housing", at))
    client.get("/office/?whose=team&kind=household")
    with django_assert_num_queries(10):
        page = client.get("/office/?whose=team&kind=household")
    assert page.context["pagination"].total >= count


def test_people_from_outside_have_no_queue(client, at):
    world = World(at)
    assert waiting(world.someone(Kind.LANDLORD), at.date(), whose=Whose.TEAM) == []


def test_managers_hear_once_of_what_is_late_where_they_were_promised_to(world, at, today, time_machine):
    row, manager = world.household(), world.manager
    given = {"at": at, "otherwise": deadlines.MANAGER_IS_TOLD}
    due(row.subject, today, **given)
    due(row.subject, today, kind="other", at=at, otherwise="Nothing.")
    told = OutboxMessage.objects.filter(template="is_late")
    for passed, count in ((0, 0), (1, 1), (2, 1)):
        time_machine.move_to(at + timedelta(days=passed), tick=False)
        tasks.tell_managers.call()
        assert told.count() == count
    assert told.get().to_user_id == manager.user_id
    assert row.name not in told.get().body
    due(row.subject, today + timedelta(days=2), **given)
    time_machine.move_to(at + timedelta(days=3), tick=False)
    assert (tasks.tell_managers.call(), told.count()) == (1, 2)


def test_one_that_cannot_be_told_keeps_nobody_from_hearing_of_the_rest(world, at, today, time_machine, monkeypatch):
    first, second = (
        due(world.household().subject, today + timedelta(days=day), at=at, otherwise=deadlines.MANAGER_IS_TOLD)
        for day in (0, 1)
    )
    assert world.manager
    real, told = outbox.send, OutboxMessage.objects.filter(template="is_late")

    def send(message, *, to, about, at):
        if about == first.subject:
            raise RuntimeError("down")
        return real(message, to=to, about=about, at=at)

    time_machine.move_to(at + timedelta(days=2), tick=False)
    with monkeypatch.context() as broken:
        broken.setattr(outbox, "send", send)
        assert tasks.tell_managers.call() == 1
    assert told.get().subject == f"Late: {second.subject_reference}"
    assert tasks.tell_managers.call() == 1
    assert told.count() == 2


def test_what_is_late_while_there_is_no_manager_is_told_to_the_next_one(world, at, today, time_machine):
    due(world.household().subject, today, at=at, otherwise=deadlines.MANAGER_IS_TOLD)
    told = OutboxMessage.objects.filter(template="is_late")
    time_machine.move_to(at + timedelta(days=1), tick=False)
    assert (tasks.tell_managers.call(), told.count()) == (0, 0)
    manager = world.manager
    time_machine.move_to(at + timedelta(days=2), tick=False)
    assert (tasks.tell_managers.call(), told.get().to_user_id) == (1, manager.user_id)


def test_nobody_hears_of_what_was_done_while_the_task_ran(world, at, today, time_machine, monkeypatch):
    row, _ = world.household(), world.manager
    due(row.subject, today, at=at, otherwise=deadlines.MANAGER_IS_TOLD)
    time_machine.move_to(at + timedelta(days=1), tick=False)
    found = tasks.deadlines.late_for_managers(today + timedelta(days=1))
    assert deadlines.done(kind="probe", subject=row.subject, at=at)
    monkeypatch.setattr(tasks.deadlines, "late_for_managers", lambda on: found)
    assert tasks.tell_managers.call() == 0
    assert not OutboxMessage.objects.filter(template="is_late").exists()
