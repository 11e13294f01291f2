"""Why a record is restricted: a code that rules read, and words that officers read."""

from importlib import import_module

import pytest
from django.apps import apps

from core.accounts.models import User
from core.errors import DomainError
from households.models import Household
from households.rules.case import Restriction
from households.services import contact
from tests.households.browsing import day
from tests.web.client import send, sign_in
from tests.web.markup import one, soup
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at):
    return World(at)


def why(row: Household) -> tuple[bool, str, str]:
    row.refresh_from_db()
    return row.restricted, row.restriction, row.restricted_because


def test_an_officer_says_why_when_restricting_a_record(client, world):
    row = world.household()
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    url = f"/office/households/{row.reference}/restrict/"
    asked = send(client, url, {"seen": row.version, "restriction": "other", "restricted_because": ""})
    assert one(soup(asked.content), ".govuk-error-summary a")["href"] == "#id_restricted_because"
    send(client, url, {"seen": row.version, "restriction": "safeguarding", "restricted_because": "left behind"})
    assert why(row) == (True, "safeguarding", "Safeguarding")
    assert "Restricted: safeguarding." in client.get(f"/office/households/{row.reference}/").text


def test_a_reason_of_its_own_is_written_down(client, world):
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    given = {"name": "Ama Field", "restricted": "other", "restricted_because": "A councillor’s tenant"}
    send(client, "/office/record-household/", {**given, **day("approach_on", world.on)})
    assert why(Household.objects.get()) == (True, "other", "A councillor’s tenant")


def test_another_reason_needs_its_words(world):
    row = world.household()
    with pytest.raises(DomainError, match="Write down the reason"):
        contact.restrict(
            ref=row.reference,
            seen=row.version,
            restriction=Restriction.OTHER,
            restricted_because=" ",
            actor=world.housing,
            at=world.at,
        )
    assert why(row) == (False, "", "")


def test_an_open_record_has_no_reason(world):
    assert why(world.household()) == (False, "", "")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Domestic abuse", "domestic_abuse"),
        ("Domestic abuse, Safeguarding", "domestic_abuse"),
        ("Safeguarding", "safeguarding"),
        ("Someone in the household works for the council", "staff"),
        ("A relative of someone who works for the council", "relative"),
        ("A councillor’s tenant", "other"),
        ("", "other"),
    ],
)
def test_records_that_were_restricted_before_have_the_reason_that_their_words_name(world, words, code):
    row, open_row = world.household(restriction=Restriction.STAFF), world.household()
    Household.objects.filter(pk=row.pk).update(restriction="", restricted_because=words)
    read = import_module("households.migrations.0004_reason_of_restriction")
    read.read_the_words(apps, None)
    assert why(row) == (True, code, words)
    assert why(open_row) == (False, "", "")
