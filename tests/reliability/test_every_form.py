"""A2 in full: no form takes what it does not ask for."""

import pytest

from tests.web.conftest import _everyone, cast
from tests.web.personas import Cast
from tests.web.test_mass_assignment import FORMS, changed_by_extras

__all__ = ["_everyone", "cast"]


@pytest.mark.parametrize("name", FORMS)
def test_extra_fields_change_nothing(cast: Cast, name: str) -> None:
    assert changed_by_extras(cast, name) == []
