"""I1 on paper and in the post, in full."""

from datetime import datetime

import pytest

from tests.web.naughty import NAUGHTY
from tests.web.test_hostile_letters import check, taken
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_a_hostile_name_is_refused_or_printed_and_sent_as_typed(text: str, at: datetime) -> None:
    if name := taken(text, at):
        check(World(at), name)
