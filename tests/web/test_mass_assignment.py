"""A2: what a form does not ask for changes nothing, whatever is sent along with it."""

import os
import random

import time_machine

from core.access import once
from tests.web import overposting
from tests.web.conftest import AT
from tests.web.matrix import rows
from tests.web.personas import Cast
from tests.web.test_matrix import sender, told

SEED = int(os.environ.get("HOSTILE_SEED", random.randrange(1_000_000)))
DRAWN = 4
ROWS = rows()
FORMS = sorted(name for name, row in ROWS.items() if row.sends)


def test_extra_fields_change_nothing(cast: Cast) -> None:
    for name in random.Random(SEED).sample(FORMS, DRAWN):
        with cast.scene():
            assert changed_by_extras(cast, name) == [], f"seed {SEED}"


def test_what_a_form_does_ask_for_would_be_seen(cast: Cast) -> None:
    """The comparison can fail: a field that the form takes is found out."""
    found = changed_by_extras(cast, "households_office_contact", {"present_address": overposting.CANARY})
    assert any("present_address" in cell for cell in found)


def changed_by_extras(cast: Cast, name: str, extras: dict[str, str] | None = None) -> list[str]:
    """What is stored or answered otherwise when every column of ours is sent along."""
    row = ROWS[name]
    fields, who = row.fields(cast), sender(row)
    url = row.url(name, cast)
    with cast.turn(who):
        page = cast.client(who).get(url)
        known = set(fields) | (set() if page.streaming else overposting.asked(page.content))
    known |= {field.rsplit("-", 1)[0] for field in fields}

    def sent(more: dict[str, str]) -> tuple[str, overposting.Snapshot]:
        with cast.turn(who), time_machine.travel(AT, tick=False):
            body = {**more, **row.fields(cast), once.FIELD: once.new_key()}
            return told(cast.client(who).post(url, body)), overposting.snapshot()

    (answer, plain), (other_answer, more) = sent({}), sent(extras or overposting.extras(known))
    changed = overposting.differing(plain, more)
    if changed:
        changed -= overposting.differing(plain, sent({})[1])
    if other_answer != answer and other_answer != sent({})[0]:
        changed.add((f"{answer} became {other_answer}", 0, ""))
    return sorted(f"{name}: {cell}" for cell in changed)
