"""A landlord tells us early on a telephone; an officer answers; the tenant reads theirs only."""

import os
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Locator

from core.accounts.models import User
from tenancies.models import ProblemReport
from tests.browser.visit import Visit
from tests.world import World
from tests.world_reports import landlord_of, tenancy

pytestmark = pytest.mark.django_db(transaction=True)
PICTURES = os.environ.get("PICTURES")
MOST_TAPS, MOST_PAGES = 7, 4
KEPT = "Look at the bank statements together"
"""An action that the officer adds and does not share."""


class Thumb:
    """Taps on a telephone, counted, and the pages that they open."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.taps, self.pages = 0, 0
        self.before = time.perf_counter()
        visit.page.on("framenavigated", lambda _frame: self._opened())

    def _opened(self) -> None:
        self.pages += 1

    def tap(self, target: Locator) -> None:
        target.click()
        self.taps += 1

    def step(self, name: str) -> None:
        """Look over the page that was reached, and say how long the step to it took; the looking does not count."""
        took = time.perf_counter() - self.before
        print(f"{name}: {took:.1f} s, {self.taps} taps and {self.pages} pages so far")
        show(self.visit, name)
        self.before = time.perf_counter()

    def link(self, name: str) -> None:
        self.tap(self.visit.page.get_by_role("link", name=name, exact=True))

    def answer(self, question: str, answer: str) -> None:
        self.tap(self.visit.page.get_by_role("group", name=question).get_by_label(answer, exact=True))

    def button(self, name: str) -> None:
        self.tap(self.visit.page.get_by_role("button", name=name, exact=True))


def show(visit: Visit, name: str) -> None:
    """Look the page over, and keep a picture of it where PICTURES names a folder."""
    visit.look_over()
    if PICTURES:
        visit.page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def as_person(visit: Visit, user_id: int | None) -> None:
    visit.sign_in(User.objects.get(pk=user_id))


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


def choose(visit: Visit, question: str, answer: str) -> None:
    visit.page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()


def fill_day(visit: Visit, question: str, day: int) -> None:
    group = visit.page.get_by_role("group", name=question)
    for part, value in (("Day", day), ("Month", 12), ("Year", 2026)):
        group.get_by_label(part).fill(str(value))


def landlord_tells(visit: Visit) -> ProblemReport:
    """From the landlord's menu to the receipt: no word typed."""
    visit("/landlord/")
    thumb = Thumb(visit)
    menu = visit.page.get_by_role("button", name=re.compile("menu", re.IGNORECASE))
    if menu.count() and menu.first.is_visible():
        thumb.tap(menu.first)
    thumb.link("Tell us about a problem")
    thumb.step("landlord-reports")
    thumb.link("12 Orchard Street, Dartford")
    thumb.step("landlord-choose")
    thumb.link("Rent is not being paid")
    thumb.step("landlord-tell")
    thumb.answer("How much rent is owed?", "1 to 2 months’ rent")
    thumb.answer("Are you thinking of giving notice?", "No")
    thumb.button("Tell us")
    thumb.step("landlord-received")
    assert thumb.taps <= MOST_TAPS
    assert thumb.pages <= MOST_PAGES
    visit.page.get_by_text("Tuesday 24 November 2026").wait_for()
    return ProblemReport.objects.get()


def act(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()
    visit.page.get_by_role("heading", level=1).wait_for()


def officer_answers_and_shares(visit: Visit) -> None:
    visit("/office/tenancy-concerns/")
    show(visit, "office-reports")
    visit.page.get_by_role("link", name="PR-2026-0001").click()
    act(visit, "Say how urgent it is")
    show(visit, "office-triage")
    press(visit, "Save")
    act(visit, "Tell the tenant")
    choose(visit, "How?", "By e-mail, sent now")
    show(visit, "office-tell-tenant")
    press(visit, "Tell them")
    act(visit, "Record a contact")
    choose(visit, "How?", "Telephone")
    choose(visit, "Did you reach them?", "Yes")
    press(visit, "Save")
    act(visit, "Add actions")
    given = ((1, "Pay £50 a week", "tenant"), (2, "Send the rent account", "landlord"), (3, KEPT, "council"))
    for number, what, owner in given:
        visit.page.get_by_label(f"Action {number}", exact=False).first.fill(what)
        visit.page.get_by_label(f"Who does action {number}?").select_option(owner)
        fill_day(visit, f"Action {number} by which day?", 1)
    show(visit, "office-agree")
    press(visit, "Save")
    act(visit, "Share actions")
    visit.page.get_by_label("Pay £50 a week").check()
    visit.page.get_by_label("Send the rent account").check()
    visit.page.get_by_label("How did the tenant agree?").fill("On the telephone")
    show(visit, "office-share")
    press(visit, "Share them with both")
    visit.page.get_by_text(KEPT).first.wait_for()
    visit.page.get_by_role("link", name="Write to the landlord or agent").click()
    visit.page.get_by_label("Your message").fill("Your officer is Sam. We ring on Monday.")
    press(visit, "Send")
    show(visit, "office-report")


def test_a_landlord_tells_us_early_and_the_tenant_reads_theirs_only(visit: Visit, narrow_visit: Visit, at) -> None:
    world = World(at)
    home = tenancy(world)
    as_person(narrow_visit, landlord_of(home).user_id)
    row = landlord_tells(narrow_visit)
    as_person(visit, world.housing.user_id)
    officer_answers_and_shares(visit)
    narrow_visit(f"/landlord/reports/{row.reference}/")
    show(narrow_visit, "landlord-report")
    narrow_visit.page.get_by_text("We ring on Monday").wait_for()
    narrow_visit.page.get_by_text("Send the rent account").first.wait_for()
    assert KEPT not in narrow_visit.page.content()
    as_person(narrow_visit, home.nomination.household.resident_id)
    narrow_visit("/resident/problems/")
    show(narrow_visit, "resident-reports")
    narrow_visit.page.get_by_role("link", name="A concern about your tenancy").click()
    show(narrow_visit, "resident-report")
    narrow_visit.page.get_by_text("Pay £50 a week").first.wait_for()
    narrow_visit.page.get_by_text("Send the rent account").first.wait_for()
    assert narrow_visit.page.get_by_text("We ring on Monday").count() == 0
    assert KEPT not in narrow_visit.page.content()
    narrow_visit("/resident/problems/tell-us/illegal-eviction/")
    show(narrow_visit, "resident-tell")
