from datetime import timedelta

import pytest
from django.test import Client

from core import dates
from core.access.actor import Can
from core.accounts.middleware import actor_of
from core.deadlines import selectors as deadlines
from deposits.services import applications
from tests.web.client import officer, sign_in
from tests.web.markup import soup
from tests.world import World


def standing(client: Client, address: str) -> str:
    return soup(client.get(address).content).select_one("tbody .govuk-tag").get_text()


@pytest.mark.django_db
def test_each_reads_whom_an_application_waits_for_in_their_own_words(client, at):
    world = World(at)
    row = world.application(world.home())
    staff, owner = Client(), client
    sign_in(staff, officer("landlord_liaison", at, email="a.liaison@example.com"))
    sign_in(owner, row.home.landlord.user)
    row = applications.ask_for_more(
        ref=row.reference, seen=row.version, question="Which rent?", actor=world.liaison, at=at
    )
    assert standing(staff, "/office/guarantees/") == "Waiting for the landlord"
    assert standing(owner, "/landlord/guarantees/") == "More needed from you"
    page = staff.get(f"/office/guarantees/applications/{row.reference}/").content
    assert b"The landlord answers our question, and we go on at once." in page
    assert b"from you" not in page


@pytest.mark.django_db
def test_our_time_to_decide_stands_still_while_the_landlord_is_asked(at):
    world = World(at)
    row = world.application(world.home(), upto="recommended")
    row = applications.ask_for_more(
        ref=row.reference, seen=row.version, question="Which rent?", actor=world.liaison, at=at
    )
    assert deadlines.next_for(row.subject) is None
    owner, later = actor_of(row.home.landlord.user), at + timedelta(days=30)
    row = applications.answer(ref=row.reference, seen=row.version, answer="£995", actor=owner, at=later)
    again = deadlines.next_for(row.subject)
    assert (again.what, again.capability) == ("decide about this guarantee", Can.RECOMMEND_GUARANTEES)
    days = row.scheme_version.terms.decision_working_days
    assert again.due_on == dates.add_working_days(dates.today(later), days)
