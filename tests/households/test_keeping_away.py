"""Landlords kept away, notices taken back and invitations, on the officer's pages."""

from datetime import date

import pytest

from core.access.actor import Kind
from core.accounts.models import User
from core.audit.models import Event, EventValues
from core.notifications.models import OutboxMessage
from households.selectors.needs import needs
from households.services.decisions import NoticeGiven, record_notice
from lettings.selectors import shortlist
from lettings.selectors.shortlist import HomesFor
from tests.households.browsing import act, day, fresh, page
from tests.web.client import officer, person, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db
WHY = "Her sister-in-law runs it."


def test_a_landlord_is_kept_away_and_the_reason_stays_with_the_case(housing, client, at):
    world = World(at)
    row, let = world.household(), world.let()
    landlord = let.home.landlord
    assert "Keep a landlord’s homes away" in page(housing, row)
    nothing = act(housing, row, "keep-away", landlord=landlord.reference, reason="")
    assert nothing.status_code == 200
    assert act(housing, row, "keep-away", landlord=landlord.reference, reason=WHY).status_code == 302
    homes = shortlist.for_household(row, needs(row, world.on), world.housing, world.on, most=10)
    assert homes == HomesFor([], near=0, excluded=1)
    assert WHY in page(housing, row)
    assert WHY not in str([*Event.objects.values(), *EventValues.objects.values()])
    for role in ("landlord_liaison", "auditor"):
        sign_in(client, officer(role, at))
        shown = page(client, row)
        assert WHY not in shown
        assert landlord.name not in shown
    sign_in(client, User.objects.get(email="housing@example.com"))
    assert act(client, row, "keep-away/1").status_code == 302
    assert not fresh(row).exclusions.exists()


def test_a_notice_is_taken_back_on_its_page(housing, at):
    world = World(at)
    row = world.household(duty=None)
    notice = NoticeGiven("section_8", "assured", world.on, date(2027, 3, 2), ("1A",))
    record_notice(ref=row.reference, seen=row.version, notice=notice, actor=world.housing, at=at)
    assert act(housing, row, "notices/1", reason="She wrote to them.", **day("on", world.on)).status_code == 302
    assert "Taken back 21 Nov 2026" in page(housing, row)
    assert act(housing, row, "notices/2", reason="x", **day("on", world.on)).status_code == 404


def test_an_invitation_opens_an_account_and_says_so_once(housing, at):
    row = World(at).household(resident=False)
    assert "Ask them first" in act(housing, row, "invite").content.decode()
    assert act(housing, row, "invite", safe="on").status_code == 302
    user = fresh(row).resident
    assert (user.kind, user.email) == ("resident", row.email)
    message = OutboxMessage.objects.get(about_reference=row.reference)
    assert (message.to_address, message.subject) == (row.email, "You can now sign in")
    assert "They can sign in already" in housing.get(f"/office/households/{row.reference}/invite/").content.decode()


def test_nobody_is_invited_where_e_mail_is_not_safe_or_somebody_elses(housing, at):
    world = World(at)
    row, other = world.household(resident=False), world.household(resident=False, name="Bo Marsh")
    act(housing, row, "safe-contact", never=["no_email"])
    shown = housing.get(f"/office/households/{row.reference}/invite/").content.decode()
    assert "asked us not to send e-mail" in shown
    assert "asked us not to send e-mail" in act(housing, row, "invite", safe="on").content.decode()
    person(Kind.LANDLORD, at, email="taken@example.com")
    type(other).objects.filter(pk=other.pk).update(email="taken@example.com")
    assert "Someone else signs in" in act(housing, other, "invite", safe="on").content.decode()
    assert not User.objects.filter(kind="resident").exists()
