"""From the shortlist to the keys in Chromium: the officer at a desk, the others on a telephone."""

import os
from pathlib import Path

import pytest

from core.accounts.models import User
from deposits.models import Guarantee
from lettings.models import Nomination, Offer
from tests.browser.visit import Visit
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
PICTURES = os.environ.get("PICTURES")


def show(visit: Visit, name: str) -> None:
    """Look the page over, and keep a picture of it where PICTURES names a folder."""
    visit.look_over()
    if PICTURES:
        visit.page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


def choose(visit: Visit, question: str, answer: str) -> None:
    visit.page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()


def fill_date(visit: Visit, question: str, day: str) -> None:
    year, month, date = day.split("-")
    group = visit.page.get_by_role("group", name=question)
    for part, value in (("Day", date), ("Month", month), ("Year", year)):
        group.get_by_label(part).fill(value)


def as_person(visit: Visit, user_id: int | None) -> None:
    visit.sign_in(User.objects.get(pk=user_id))


def officer_puts_forward(visit: Visit, world: World) -> Nomination:
    as_person(visit, world.housing.user_id)
    visit("/office/")
    show(visit, "queue")
    visit("/office/homes-to-rent/")
    show(visit, "homes-to-rent")
    visit.page.get_by_role("link", name="See who fits").click()
    show(visit, "shortlist")
    visit.page.get_by_role("button", name="Put forward Ama Field").click()
    show(visit, "put-forward")
    press(visit, "Ask them")
    show(visit, "nomination")
    return Nomination.objects.get()


def resident_says_yes(visit: Visit, nomination: Nomination) -> None:
    as_person(visit, nomination.household.resident_id)
    visit("/resident/homes/")
    show(visit, "resident-homes")
    visit.page.get_by_role("link", name="2 bedrooms in Dartford, DA1").click()
    show(visit, "resident-home")
    visit.page.get_by_role("button", name="Tell us yes or no").click()
    show(visit, "resident-answer")
    press(visit, "Send your answer")
    show(visit, "resident-answer-error")
    choose(visit, "Do you want to see this home?", "Yes, I want to see it")
    press(visit, "Send your answer")
    show(visit, "resident-answered")


def landlord_says_yes(visit: Visit, nomination: Nomination) -> None:
    as_person(visit, nomination.let.home.landlord.user_id)
    visit(f"/landlord/put-forward/{nomination.reference}/")
    visit.page.get_by_role("button", name="Answer").click()
    choose(visit, "Would you like to meet this household?", "Yes, arrange a viewing")
    press(visit, "Send your answer")


def officer_checks_the_rent(visit: Visit) -> None:
    """From the offer and back to it."""
    offer = visit.page.url
    visit.page.get_by_role("button", name="Check the rent for Ama Field").click()
    visit.page.get_by_label("Earnings a month, after tax").fill("1,400")
    show(visit, "rent-check-form")
    press(visit, "Work it out")
    show(visit, "rent-check")
    visit.page.get_by_role("button", name="Say what you think").click()
    choose(visit, "Can they afford the rent?", "Yes, they can afford it")
    visit.page.get_by_label("Why?").fill("Enough is left after the rent.")
    press(visit, "Save what you think")
    show(visit, "rent-check-judged")
    visit(offer)


def officer_offers(visit: Visit, nomination: Nomination) -> Offer:
    visit(f"/office/put-forward/{nomination.reference}/")
    visit.page.get_by_role("button", name="Arrange the viewing").click()
    fill_date(visit, "Day of the viewing", "2026-11-24")
    visit.page.get_by_label("Time").fill("2:30pm")
    visit.page.get_by_label("Where to meet").fill("At the front door")
    press(visit, "Arrange it")
    visit.page.get_by_role("button", name="Record the viewing").click()
    choose(visit, "Who came?", "Both came")
    choose(visit, "What came of it?", "They both want to go on: prepare an offer")
    show(visit, "viewing-outcome")
    press(visit, "Save")
    visit.page.get_by_role("button", name="Prepare the offer").click()
    fill_date(visit, "The day they would have to take it up", "2026-11-30")
    visit.page.get_by_label("Location: distance to school").fill("Two miles from school")
    show(visit, "draft-offer")
    press(visit, "Go on to the suitability checks")
    show(visit, "offer-drafted")
    visit.page.get_by_role("button", name="Answer the checks").click()
    visit.page.get_by_role("heading", name="Suitability checks", level=1).wait_for()
    for group in visit.page.get_by_role("group").all():
        if group.get_by_label("Not checked", exact=True).is_checked():
            group.get_by_label("Pass", exact=True).check()
    show(visit, "checks")
    press(visit, "Save the checks")
    officer_checks_the_rent(visit)
    visit.page.get_by_role("button", name="Sign that it is suitable").click()
    press(visit, "Sign")
    visit.page.get_by_role("button", name="Make the offer").click()
    press(visit, "Make the offer")
    show(visit, "offer-made")
    visit.page.get_by_role("link", name="Read the letter").click()
    show(visit, "offer-letter")
    return Offer.objects.get()


def resident_accepts(visit: Visit, offer: Offer) -> None:
    as_person(visit, offer.nomination.household.resident_id)
    visit(f"/resident/offers/{offer.reference}/")
    show(visit, "resident-offer")
    visit.page.get_by_role("button", name="Tell us yes or no").click()
    choose(visit, "Do you want this home?", "Yes, I accept")
    press(visit, "Send your answer")
    show(visit, "resident-accepted")


def officer_hands_over(visit: Visit, nomination: Nomination) -> None:
    visit(f"/office/put-forward/{nomination.reference}/")
    visit.page.get_by_role("button", name="Hand over the keys").click()
    visit.page.get_by_label("The tenant has the written statement of terms").check()
    visit.page.get_by_label("Smoke and carbon monoxide alarms were tested today").check()
    show(visit, "keys")
    press(visit, "The keys are handed over")
    show(visit, "tenancy")
    visit.page.get_by_role("link", name="GT-2026-0001").click()
    show(visit, "guarantee")


def landlord_reads_certificate(visit: Visit, guarantee: Guarantee) -> None:
    as_person(visit, guarantee.application.home.landlord.user_id)
    visit(f"/landlord/guarantees/{guarantee.reference}/")
    show(visit, "landlord-guarantee")
    visit.page.get_by_role("link", name="Read the certificate").click()
    show(visit, "certificate")


def stranger_checks_it(visit: Visit, guarantee: Guarantee) -> None:
    visit.page.context.clear_cookies()
    visit("/check-a-guarantee/")
    visit.page.get_by_label("Verification code").fill(guarantee.verification_code)
    press(visit, "Check")
    visit.page.get_by_text("This certificate is real").wait_for()
    show(visit, "verified")


def test_the_keys_are_handed_over(visit: Visit, narrow_visit: Visit, at) -> None:
    world = World(at)
    let = world.let()
    world.application(let.home, upto="offer_signed")
    world.household()
    nomination = officer_puts_forward(visit, world)
    resident_says_yes(narrow_visit, nomination)
    landlord_says_yes(narrow_visit, nomination)
    offer = officer_offers(visit, nomination)
    resident_accepts(narrow_visit, offer)
    officer_hands_over(visit, nomination)
    guarantee = Guarantee.objects.get()
    landlord_reads_certificate(narrow_visit, guarantee)
    stranger_checks_it(narrow_visit, guarantee)


def test_a_resident_answers_without_javascript(plain_visit: Visit, at) -> None:
    world = World(at)
    nomination = world.nomination(world.let(), world.household())
    as_person(plain_visit, nomination.household.resident_id)
    plain_visit(f"/resident/homes/{nomination.reference}/answer/")
    choose(plain_visit, "Do you want to see this home?", "No, not this one")
    choose(plain_visit, "What is not right about it?", "It is in the wrong place for us")
    press(plain_visit, "Send your answer")
    nomination.refresh_from_db()
    assert (nomination.state, nomination.declined_reason) == ("resident_declined", "area")
