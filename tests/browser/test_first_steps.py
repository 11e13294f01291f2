"""The first steps of each side: a landlord registers and adds a home, an officer records a household to its letter.

Each on the smallest telephone, looked over by axe, and once without scripts; registering by keyboard alone.
"""

from datetime import datetime

import pytest
from playwright.sync_api import expect

from core.access.actor import Kind
from core.accounts.models import User
from households.models import Household, StatutoryLetter
from landlords.models import Landlord
from properties.models import Home
from tests.browser.filling import fill, send
from tests.browser.visit import Visit
from tests.households.browsing import day
from tests.landlords.test_pages import ANSWERS
from tests.properties.answers import ADD, everything
from tests.web.client import officer, person
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=["narrow_visit", "plain_visit"])
def someone(request: pytest.FixtureRequest) -> Visit:
    """Somebody on the smallest telephone, or without scripts."""
    return request.getfixturevalue(request.param)


def test_a_landlord_registers_by_keyboard(someone: Visit, at: datetime) -> None:
    someone.sign_in(person(Kind.LANDLORD, at))
    someone("/landlord/register/type/")
    for slug, answers in ANSWERS:
        assert someone.page.url.endswith(f"/{slug}/")
        fill(someone, answers, keyboard=True)
        send(someone, keyboard=True)
    expect(someone.page.locator("main")).to_contain_text("DA1 1AA")
    send(someone, keyboard=True)
    expect(someone.page.locator("main")).to_contain_text(Landlord.objects.get().reference)


def test_a_landlord_adds_a_home_with_its_papers_and_photographs(someone: Visit, at: datetime) -> None:
    world = World(at)
    world.landlord()
    someone.sign_in(User.objects.get(pk=world.owner.user_id))
    someone(f"{ADD}address/")
    for slug, answers in everything():
        assert someone.page.url.endswith(f"/{slug}/")
        fill(someone, answers)
        send(someone)
    for number, box in enumerate(someone.page.locator("main form input[type=text]").all(), start=1):
        box.fill(f"Room {number}")
    send(someone)
    expect(someone.page.locator("main")).to_contain_text("Gas boiler")
    send(someone)
    home = Home.objects.get()
    expect(someone.page.locator("main")).to_contain_text(home.reference)
    assert home.certificates.exclude(document_reference="").count() == 2
    assert home.photos.count() == 2


def test_an_officer_records_a_household_to_its_letter(someone: Visit, at: datetime) -> None:
    someone.sign_in(officer("housing", at))
    today = at.date()
    someone("/office/record-household/")
    fill(someone, {"name": "Ama Field", **day("approach_on", today)})
    send(someone)
    row = Household.objects.get()
    decided = {"reasons": "You told us.", **day("decided_on", today)}
    forms = [
        ("people/add", {"role": "applicant", "name": "Ama", "sex": "F", **day("born_on", today.replace(year=1994))}),
        ("assess", day("on", today)),
        ("decide/eligible", {"answer": "yes", **decided}),
        ("decide/homelessness", {"answer": "homeless", **decided}),
        ("duty", {"kind": "relief", **day("satisfied_on", today)}),
    ]
    for action, answers in forms:
        someone(f"/office/households/{row.reference}/{action}/")
        fill(someone, answers)
        send(someone)
    someone(f"/office/households/{row.reference}/letters/duty_decision/")
    for box in someone.page.locator("main form input[type=checkbox]").all():
        box.check()
    fill(someone, {"delivery": "hand"})
    send(someone)
    expect(someone.page.locator("main")).to_contain_text("The letter is signed")
    assert StatutoryLetter.objects.get().state == "sent"
