"""What people send by mistake or malice: each with a clear error, and nothing lost."""

from datetime import date
from functools import cache, partial
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from core.access.actor import Kind
from core.documents.models import Document
from core.journeys.models import Draft
from properties.models import Home
from properties.rules.certificate import CertificateKind
from tests.documents.files import bomb
from tests.properties.answers import (
    ADD,
    LETTING,
    WHAT,
    WHERE,
    answer,
    answer_all,
    answered,
    certificate,
    day,
    evidence,
    picture,
)
from tests.web.client import send
from tests.web.markup import one, soup

pytestmark = pytest.mark.django_db

BEFORE_EVIDENCE = [*WHERE, *WHAT, *LETTING]


def refused(response, field: str) -> str:
    """What stands at the field, which the summary at the top leads to."""
    assert response.status_code == 200
    page = soup(response.content)
    assert page.select(f'.govuk-error-summary a[href="#id_{field}"]'), response.context["form"].errors
    return response.context["form"].errors[field][0]


def kept(slug: str) -> dict:
    return Draft.objects.get().answers.get(slug, {})


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("DA1", "Enter both halves of the postcode"),
        ("nowhere", "Enter a full UK postcode"),
        ("EH1 1YZ", "We do not know the postcode EH1 1YZ"),
        ("", "Enter postcode"),
    ],
)
def test_a_wrong_postcode(browser, typed, said):
    response = answer(browser, f"{ADD}address/", {**WHERE[0][1], "postcode": typed})
    assert said in refused(response, "postcode")
    assert b"12 Orchard Street" in response.content


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-1", "The amount cannot be less than £0."),
        ("0", "The rent must be more than £0."),
        ("", "Enter the rent"),
        ("lots", "Enter an amount in pounds"),
        ("995.999", "no more than 2 decimal places"),
        ("20000.01", "The amount must be £20,000 or less."),
    ],
)
def test_a_wrong_rent(browser, typed, said):
    answered(browser, [*WHERE, *WHAT])
    response = answer(browser, f"{ADD}rent/", {"rent": typed, "rent_frequency": "monthly"})
    assert said in refused(response, "rent")
    assert response.context["form"]["rent_frequency"].value() == "monthly"


@pytest.mark.parametrize(
    ("made", "until", "field", "said"),
    [
        (date(2026, 11, 22), date(2027, 11, 21), "issued_on-day", "cannot be in the future"),
        (date(1989, 12, 31), date(2027, 11, 21), "issued_on-day", "1 January 1990 or later"),
        (date(2026, 10, 1), date(2028, 1, 1), "expires_on-day", "cannot last beyond Wednesday 1 December 2027"),
        (date(2026, 10, 1), date(2026, 9, 30), "expires_on-day", "must run out after the day it was made"),
        (
            date(2025, 11, 1),
            date(2026, 11, 20),
            "expires_on-day",
            "ran out on Friday 20 November 2026",
        ),
    ],
)
def test_a_certificate_with_a_date_that_cannot_be(browser, made, until, field, said):
    answered(browser, BEFORE_EVIDENCE)
    answer_all(browser, [evidence()[0]])
    response = answer(browser, f"{ADD}gas-details/", certificate("G1", made, until))
    assert response.status_code == 200
    page = soup(response.content)
    assert said in one(page, f'.govuk-error-summary a[href="#id_{field}"]').get_text()
    assert response.context["form"]["number"].value() == "G1"
    assert len(kept("gas")["documents"]) == 1, "the file is not lost"


def test_a_certificate_on_its_last_day_is_taken(browser):
    answered(browser, BEFORE_EVIDENCE)
    answer_all(browser, [evidence()[0]])
    response = answer(browser, f"{ADD}gas-details/", certificate("G1", date(2025, 11, 22), date(2026, 11, 21)))
    assert response.status_code == 302


small_bomb = cache(partial(bomb, 20_000, 20_000))


def huge() -> SimpleUploadedFile:
    held = BytesIO()
    Image.new("RGB", (320, 240), "teal").save(held, "JPEG")
    return SimpleUploadedFile("big.jpg", held.getvalue() + bytes(60_000_000), "image/jpeg")


def program() -> SimpleUploadedFile:
    return SimpleUploadedFile("holiday.jpg", b"MZ\x90\x00" + bytes(2000), "image/jpeg")


def unfolding() -> SimpleUploadedFile:
    return SimpleUploadedFile("small.png", small_bomb(), "image/png")


BAD_PHOTOS = [
    (huge, "This file is 60 MB. Photos can be up to 20 MB"),
    (program, "“holiday.jpg” is named .jpg but is not that kind of file inside"),
    (unfolding, "This picture is too large to open safely"),
]


@pytest.mark.parametrize(("file", "said"), BAD_PHOTOS)
def test_a_photo_that_we_cannot_take(browser, file, said):
    answered(browser, BEFORE_EVIDENCE)
    answer_all(browser, [*evidence(), ("photos", {"files": [picture("a.jpg")]})])
    response = answer(browser, f"{ADD}photos/", {"files": [file()]})
    assert said in refused(response, "files")
    assert b"a.jpg" in response.content
    assert len(kept("photos")["photos"]) == 1
    assert Document.objects.filter(purpose="photo").count() == 1


@pytest.mark.parametrize(("file", "said"), BAD_PHOTOS)
def test_a_certificate_file_that_we_cannot_take(browser, file, said):
    answered(browser, BEFORE_EVIDENCE)
    response = answer(browser, f"{ADD}gas/", {"how": "now", "file": file()})
    assert refused(response, "file")
    assert response.context["form"]["how"].value() == "now"
    assert "gas" not in Draft.objects.get().answers


def test_one_bad_photo_does_not_cost_the_good_ones(browser):
    answered(browser, BEFORE_EVIDENCE)
    answer_all(browser, [*evidence()])
    response = answer(browser, f"{ADD}photos/", {"files": [picture("a.jpg"), program()]})
    assert response.status_code == 302
    following = browser.get(response.url)
    assert "We could not add “holiday.jpg”." in following.content.decode()
    assert len(kept("photos")["photos"]) == 1


def test_a_file_must_be_chosen_when_it_is_sent_now(browser):
    answered(browser, BEFORE_EVIDENCE)
    assert refused(answer(browser, f"{ADD}gas/", {"how": "now"}), "file") == "Choose the file of the certificate"


def test_a_home_under_a_notice_is_refused_where_it_is_asked(browser):
    """Listed on 21 November 2026 after a ground 1A notice served on 5 May for 5 September."""
    answered(browser, WHERE[:3])
    typed = {
        "given": "yes",
        **day("served_on", date(2026, 5, 5)),
        **day("specified_on", date(2026, 9, 5)),
    }
    response = answer(browser, f"{ADD}notice/", typed)
    said = refused(response, "given")
    assert "until after Saturday 4 September 2027" in said
    assert "a court order on another ground, or selling the home" in said
    assert browser.get(f"{ADD}type/").url == f"{ADD}notice/"
    assert b'value="2026"' in response.content


def test_an_order_on_another_ground_frees_the_home(browser):
    answered(browser, WHERE[:3])
    typed = {
        "given": "yes",
        **day("served_on", date(2026, 5, 5)),
        **day("specified_on", date(2026, 9, 5)),
        **day("other_order_on", date(2026, 11, 20)),
    }
    assert answer(browser, f"{ADD}notice/", typed).url == f"{ADD}type/"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"bedrooms": "0", "max_occupants": "2"}, "How many bedrooms"),
        ({"bedrooms": "21", "max_occupants": "2"}, "20 or less"),
        ({"bedrooms": "1", "max_occupants": "5"}, "5 people is too many for 1 bedroom: the most is 4"),
        ({"bedrooms": "two", "max_occupants": "2"}, "must be a number"),
    ],
)
def test_a_size_that_cannot_be(browser, data, said):
    answered(browser, [*WHERE, *WHAT[:2]])
    response = answer(browser, f"{ADD}size/", data)
    assert response.status_code == 200
    assert response.context["form"].errors
    if said != "How many bedrooms":
        assert said in str(response.context["form"].errors)


def test_a_gas_boiler_needs_gas(browser):
    answered(browser, [*WHERE, *WHAT[:-1]])
    response = answer(browser, f"{ADD}heating/", {**WHAT[-1][1], "has_gas": "no"})
    assert "there is gas in the home" in refused(response, "has_gas")


def test_none_and_something_at_once_is_asked_again(browser):
    answered(browser, [*WHERE, *WHAT[:4]])
    response = answer(browser, f"{ADD}access/", {"access": ["none", "parking"]})
    assert "not both" in refused(response, "access")


def test_answers_changed_in_another_window_are_shown_before_they_are_sent(browser):
    later = [("gas", {"how": "later"}), ("eicr", {"how": "later"}), ("epc", {"how": "later"}), ("photos", {})]
    answered(browser, BEFORE_EVIDENCE)
    check = answer_all(browser, [*later])
    seen = browser.get(check).context["draft"].version
    answer(browser, f"{ADD}rent/", {"rent": "1100", "rent_frequency": "monthly"})
    response = send(browser, check, {"seen": seen})
    assert response.status_code == 409
    assert b"1,100" in response.content
    assert not Home.objects.exists()


def test_a_file_of_somebody_else_cannot_be_named(browser, world):
    other = world.someone(Kind.LANDLORD)
    stolen = world.certificate(other, CertificateKind.GAS, date(2026, 10, 1), 1)
    answered(browser, BEFORE_EVIDENCE)
    response = answer(browser, f"{ADD}gas/", {"how": "now", "documents": [stolen.document_reference]})
    assert response.status_code == 200
    assert "gas" not in Draft.objects.get().answers
