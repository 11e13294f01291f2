from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.audit import services as audit
from core.audit.models import Event, EventValues
from core.audit.rules import chain
from core.audit.selectors import verification
from core.money import Money
from tests.audit.conftest import HOME, SAM

pytestmark = pytest.mark.django_db


def test_an_event_says_who_what_when_and_which_fields(record: Callable[..., Event], at: datetime) -> None:
    event = record(
        actor=replace(SAM, on_behalf_of="Low Road Homes"),
        before={"rent": Money(90000)},
        after={"rent": Money(95000), "from": date(2026, 12, 1)},
        from_state="draft",
        to_state="submitted",
        reason="owner_asked",
        note="By telephone",
    )
    event.refresh_from_db()
    assert (event.actor_kind, event.actor_id, event.actor_name) == ("landlord", 7, "Sam Price")
    assert (event.on_behalf_of, event.action, event.at) == ("Low Road Homes", "home.submit", at)
    assert (event.subject_kind, event.subject_reference) == HOME
    assert event.fields == ["from", "rent"]
    assert event.values.before == {"rent": "£900.00"}
    assert event.values.after == {"rent": "£950.00", "from": "2026-12-01"}
    assert event.values.note == "By telephone"


def test_an_event_itself_holds_no_value(record: Callable[..., Event]) -> None:
    event = record(after={"telephone": "01632960123"}, note="Lives with Jo")
    row = Event.objects.filter(pk=event.pk).values_list()[0]
    assert "01632960123" not in str(row)
    assert "Jo" not in str(row)


@pytest.mark.parametrize(
    ("action", "given", "shown"),
    [
        ("home.ask_for_changes", "", "Home: ask for changes"),
        ("home.verify", "Gas certificate verified", "Gas certificate verified"),
        ("sealed", "", "Sealed"),
    ],
)
def test_the_summary_comes_from_the_action_unless_said(
    action: str, given: str, shown: str, record: Callable[..., Event]
) -> None:
    assert record(action=action, summary=given).summary == shown


@pytest.mark.django_db(transaction=True)
def test_an_event_belongs_to_a_transaction(at: datetime) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        audit.record(actor=SAM, action="home.submit", subject=HOME, at=at)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.dates()
    | st.uuids()
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.dictionaries(st.sampled_from(["rent", "name"]), json_values), note=st.sampled_from(["", "é ☂ 'x'"]))
def test_the_digests_hold_for_what_the_database_gives_back(
    before: dict, note: str, record: Callable[..., Event]
) -> None:
    written = record(before=before, note=note)
    event = Event.objects.get(pk=written.pk)
    values = EventValues.objects.get(event=event)
    assert event.digest == chain.event_digest(event.columns())
    assert event.values_digest == chain.values_digest(values.salt, values.before, values.after, values.note)


def test_numbers_that_databases_write_differently_are_kept_as_text() -> None:
    given = {"a": 1e22, "b": 0.1, "c": float("nan"), "d": Decimal("1.50"), "e": UUID(int=1), "f": 10**30}
    assert audit.events.plain(given) == {
        "a": "1e+22",
        "b": "0.1",
        "c": "NaN",
        "d": "1.50",
        "e": "00000000-0000-0000-0000-000000000001",
        "f": 10**30,
    }


def test_equal_values_have_unlike_digests(record: Callable[..., Event], head: Path) -> None:
    assert record(after={"a": 1}).values_digest != record(after={"a": 1}).values_digest
    assert verification.verify(key="k", head_file=head).findings == []
