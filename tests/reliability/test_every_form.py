"""A2 and I1 in full: no form takes what it does not ask for, and none breaks on or shows what is hostile."""

import pytest

from tests.web.conftest import _everyone, cast
from tests.web.naughty import NAUGHTY
from tests.web.personas import Cast
from tests.web.test_hostile import ROWS, send
from tests.web.test_mass_assignment import FORMS, changed_by_extras

__all__ = ["_everyone", "cast"]


@pytest.mark.parametrize("name", FORMS)
def test_extra_fields_change_nothing(cast: Cast, name: str) -> None:
    assert changed_by_extras(cast, name) == []


@pytest.mark.parametrize("name", FORMS)
def test_nothing_hostile_runs_or_breaks_a_form(cast: Cast, name: str) -> None:
    send(cast, name, ROWS[name].fields(cast), NAUGHTY, whole=True)
