from datetime import datetime, timedelta

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from tests.background import probes
from tests.jobs import drain, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def calls() -> list[str]:
    probes.CALLS.clear()
    return probes.CALLS


def test_it_is_tried_again_with_doubling_pauses_and_then_fails(at: datetime, calls: list[str]) -> None:
    with time_machine.travel(at, tick=False) as clock:
        probes.always_fails.enqueue("ring", times=7)
        assert drain() == 1
        assert waiting().get().run_after == at + timedelta(minutes=1)
        assert drain() == 0
        clock.shift(timedelta(minutes=1))
        assert drain() == 1
        assert waiting().get().run_after == at + timedelta(minutes=3)
        clock.shift(timedelta(minutes=2))
        assert drain(expect_failures=True) == 1
    assert calls == ["ring 7"] * 3
    assert not waiting().exists()
    last = DBTaskResult.objects.failed().get()
    assert last.exception_class_path == "builtins.ConnectionError"
    assert [result.return_value for result in DBTaskResult.objects.successful()] == [{"retried": 3}, {"retried": 2}]


def test_it_stops_when_it_works(at: datetime, calls: list[str]) -> None:
    with time_machine.travel(at, tick=False) as clock:
        probes.fails_once.enqueue("ring")
        drain()
        clock.shift(timedelta(minutes=1))
        drain()
        clock.shift(timedelta(days=1))
        assert drain() == 0
    assert calls == ["ring", "ring"]


def test_an_answer_of_no_is_not_tried_again(calls: list[str]) -> None:
    probes.says_no.enqueue()
    assert drain(expect_failures=True) == 1
    assert calls == ["no"]
    assert not waiting().exists()


def test_a_failure_fails_the_test_that_drains() -> None:
    probes.says_no.enqueue()
    with pytest.raises(AssertionError, match="You cannot do this"):
        drain()
