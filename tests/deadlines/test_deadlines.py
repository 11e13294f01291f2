from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from core.access.actor import Actor, Can, Kind
from core.accounts.models import User
from core.deadlines import selectors, services
from core.deadlines.models import Deadline, Reminder
from core.states import Holder
from tests.web.client import officer

pytestmark = pytest.mark.django_db
HOME = ("home", "HM-2026-0001")
OTHER = ("home", "HM-2026-0002")


@pytest.fixture
def given(at: datetime):
    def given(kind: str = "check", subject: tuple[str, str] = HOME, days: int = 5, **values) -> Deadline:
        standing = {"what": "check the home", "holder": Holder.COUNCIL, "due_on": at.date() + timedelta(days=days)}
        return services.set_deadline(kind=kind, subject=subject, at=at, **{**standing, **values})

    return given


@pytest.fixture
def ola(at: datetime) -> User:
    return officer("inspector", at)


def acting(user: User, *capabilities: Can) -> Actor:
    return Actor(Kind.OFFICER, user.name, user_id=user.pk, capabilities=frozenset(capabilities))


def kinds(deadlines) -> list[str]:
    return [deadline.kind for deadline in deadlines]


def test_setting_it_again_moves_it(given, at: datetime) -> None:
    first = given(days=5, what="check the home", statutory=True)
    moved = services.set_deadline(
        kind="check",
        subject=HOME,
        what="check it again",
        holder=Holder.LANDLORD,
        due_on=date(2026, 12, 24),
        at=at + timedelta(days=1),
    )
    assert moved.pk == first.pk
    row = Deadline.objects.get()
    assert (row.what, row.holder, row.due_on, row.statutory) == (
        "check it again",
        "landlord",
        date(2026, 12, 24),
        False,
    )
    assert row.created_at == at


def test_a_record_has_one_open_deadline_of_a_kind_and_many_closed(given, at: datetime) -> None:
    first = given()
    assert services.done(kind="check", subject=HOME, at=at, outcome="passed")
    assert not services.done(kind="check", subject=HOME, at=at)
    second = given()
    assert second.pk != first.pk
    first.refresh_from_db()
    assert (first.done_at, first.outcome) == (at, "passed")
    with pytest.raises(IntegrityError), transaction.atomic():
        Deadline.objects.filter(pk=first.pk).update(done_at=None)


def test_the_holder_is_somebody_we_know(given) -> None:
    given()
    with pytest.raises(IntegrityError), transaction.atomic():
        Deadline.objects.update(holder="somebody")


def test_a_record_that_ends_closes_them_all(given, at: datetime) -> None:
    given("check")
    given("gas")
    other = given("check", OTHER)
    assert services.close_all(subject=HOME, at=at, outcome="withdrawn") == 2
    assert selectors.open_for(HOME) == []
    assert selectors.open_for(OTHER) == [other]


def test_the_next_is_the_soonest_and_the_law_first(given) -> None:
    given("later", days=9)
    given("promise", days=3)
    given("duty", days=3, statutory=True)
    assert kinds(selectors.open_for(HOME)) == ["duty", "promise", "later"]
    assert selectors.next_for(HOME).kind == "duty"
    assert selectors.next_for(OTHER) is None


def test_the_next_of_many_records_in_one_query(given, django_assert_num_queries) -> None:
    for number in range(30):
        given("late", ("home", f"HM-{number}"), days=9)
        given("soon", ("home", f"HM-{number}"), days=number)
    with django_assert_num_queries(1):
        found = selectors.next_for_each({"home": [f"HM-{number}" for number in range(30)]})
    assert found["HM-3"].kind == "soon"
    assert found["HM-20"].kind == "late"
    assert len(found) == 30
    assert selectors.next_for_each({"let": ["HM-3"]}) == {}


@pytest.mark.parametrize(("days", "late"), [(-1, True), (0, False), (1, False)])
def test_the_last_day_itself_is_in_time(given, at: datetime, days: int, late: bool) -> None:
    given(days=days)
    assert Deadline.objects.open().overdue(at.date()).exists() is late


def test_an_officers_queue(given, ola: User, at: datetime) -> None:
    zed = officer("housing", at)
    given("anybody", days=1)
    given("mine by name", days=2, person_id=ola.pk, capability=Can.SIGN_LETTERS)
    given("my kind", days=3, capability=Can.CHECK_PROPERTIES)
    given("another's by name", days=4, person_id=zed.pk, capability=Can.CHECK_PROPERTIES)
    given("another kind", days=5, capability=Can.APPROVE_GUARANTEES)
    given("the landlord's", days=6, holder=Holder.LANDLORD)
    given("done", days=7)
    services.done(kind="done", subject=HOME, at=at)

    me = acting(ola, Can.CHECK_PROPERTIES)
    assert kinds(selectors.queue(me)) == ["anybody", "mine by name", "my kind"]
    assert kinds(selectors.team_queue(me)) == ["anybody", "mine by name", "my kind", "another's by name"]


def test_a_queue_costs_one_query(given, ola: User, django_assert_num_queries) -> None:
    for number in range(30):
        given("check", ("home", f"HM-{number}"), person_id=ola.pk)
    with django_assert_num_queries(1):
        assert {deadline.person.name for deadline in selectors.queue(acting(ola))} == {ola.name}


def test_reminders_fall_due_while_it_is_open(given, at: datetime, today: date) -> None:
    days = [today + timedelta(days=number) for number in (3, 7, 12)]
    deadline = given("inventory", days=14, remind_on=days)
    taken = []
    for number in range(14):
        now = today + timedelta(days=number)
        for found in selectors.to_remind("inventory", now):
            assert services.take_reminder(deadline_id=found.pk, on=now, at=at)
            assert not services.take_reminder(deadline_id=found.pk, on=now, at=at)
            taken.append(number)
    assert taken == [3, 7, 12]
    assert Reminder.objects.filter(deadline=deadline, sent_at=at).count() == 3


def test_missed_reminders_are_one(given, at: datetime, today: date) -> None:
    deadline = given("inventory", remind_on=[today, today + timedelta(days=1), today + timedelta(days=9)])
    later = today + timedelta(days=2)
    assert selectors.to_remind("inventory", later) == [deadline]
    assert services.take_reminder(deadline_id=deadline.pk, on=later, at=at)
    assert selectors.to_remind("inventory", later) == []
    assert selectors.to_remind("inventory", today + timedelta(days=9)) == [deadline]


def test_nobody_is_reminded_of_what_is_done(given, at: datetime, today: date) -> None:
    deadline = given("inventory", remind_on=[today])
    services.done(kind="inventory", subject=HOME, at=at)
    assert selectors.to_remind("inventory", today) == []
    assert not services.take_reminder(deadline_id=deadline.pk, on=today, at=at)


def test_moving_it_moves_the_reminders_that_were_not_sent(given, at: datetime, today: date) -> None:
    sent, dropped, added = today, today + timedelta(days=1), today + timedelta(days=5)
    deadline = given("inventory", remind_on=[sent, dropped])
    services.take_reminder(deadline_id=deadline.pk, on=sent, at=at)
    given("inventory", days=9, remind_on=[sent, added])
    assert list(deadline.reminders.order_by("due_on").values_list("due_on", "sent_at")) == [(sent, at), (added, None)]
