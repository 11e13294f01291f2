"""`manage.py lha`: JSON lines in, JSON lines out."""

import io
import json
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from core.rulebook.models import LhaRate

pytestmark = pytest.mark.django_db
EXAMPLE = {
    "id": "1",
    "on": "2026-11-21",
    "brma": "NORTH_WEST_KENT",
    "renters": [{"age": 34, "sex": "F"}],
    "children": [{"age": 7, "sex": "M"}],
    "non_dependants": [],
    "non_dependant_couples": [[{"age": 50, "sex": "F"}, {"age": 51, "sex": "M"}]],
}


@pytest.fixture
def lha(monkeypatch):
    def run(*lines: bytes) -> list[dict]:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\n".join(lines))))
        out = io.StringIO()
        call_command("lha", stdout=out)
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return run


def test_the_run_goes_on_after_a_bad_line(lha, django_assert_num_queries):
    good = json.dumps(EXAMPLE).encode()
    bad = json.dumps({**EXAMPLE, "id": "2", "renters": [{"age": -1, "sex": "F"}]}).encode()
    with django_assert_num_queries(2):
        answers = lha(good, bad, b"", b"{", good)
    assert [answer["id"] for answer in answers] == ["1", "2", None, "1"]
    assert answers[0] == answers[3]
    assert (answers[0]["uc"]["bedrooms"], answers[0]["uc"]["category"], answers[0]["uc"]["monthly"]) == (
        4,
        "E",
        "1450.00",
    )
    assert (answers[0]["hb"]["bedrooms"], answers[0]["hb"]["category"], answers[0]["hb"]["weekly"]) == (
        3,
        "D",
        "276.16",
    )
    assert answers[1]["error"]["field"] == "renters[0].age"


def test_without_rates_it_says_what_to_do(lha):
    LhaRate.objects.all().delete()
    with pytest.raises(CommandError, match="load_rulebook"):
        lha(b"{}")
