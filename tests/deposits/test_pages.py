from datetime import timedelta

import pytest

from core import dates
from core.access.actor import Can
from core.accounts.middleware import actor_of
from core.deadlines import selectors as deadlines
from deposits.services import applications
from tests.world import World


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
