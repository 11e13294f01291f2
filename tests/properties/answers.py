"""Answering the questions about a home as a browser would."""

from datetime import date
from io import BytesIO
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import now
from PIL import Image

from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.journeys.services import drafts
from properties.journeys import NEW_HOME
from tests.web.client import send

ADD = "/landlord/add-a-home/"


def picture(name: str = "kitchen.jpg", colour: str = "teal") -> SimpleUploadedFile:
    held = BytesIO()
    Image.new("RGB", (320, 240), colour).save(held, "JPEG")
    return SimpleUploadedFile(name, held.getvalue(), "image/jpeg")


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}-day": str(value.day), f"{name}-month": str(value.month), f"{name}-year": str(value.year)}


def certificate(number: str, made: date, until: date, **more: str) -> dict[str, str]:
    return {"number": number, **day("issued_on", made), **day("expires_on", until), **more}


WHERE: list[tuple[str, dict[str, Any]]] = [
    ("address", {"address": "12 Orchard Street", "town": "Dartford", "postcode": "da1 2dx"}),
    ("council", {"authority_code": "E07000107"}),
    ("market-area", {"brma_key": "NORTH_WEST_KENT"}),
    ("notice", {"given": "no"}),
]
WHAT: list[tuple[str, dict[str, Any]]] = [
    ("type", {"property_type": "flat"}),
    ("shared", {"room_in_shared_house": "no"}),
    ("size", {"bedrooms": "2", "max_occupants": "4"}),
    ("floor", {"level": "above", "floor": "2", "has_lift": "yes"}),
    ("access", {"access": ["step_free", "parking"]}),
    ("furnished", {"furnished": "unfurnished"}),
    ("rules", {"pets_considered": "yes", "smoking_allowed": "no"}),
    (
        "heating",
        {
            "has_gas": "yes",
            "heating": "gas_boiler",
            "other_burners": "no",
            "supplies_electrical_equipment": "yes",
        },
    ),
]
LETTING: list[tuple[str, dict[str, Any]]] = [
    ("rent", {"rent": "£995", "rent_frequency": "monthly"}),
    ("bills", {"bills": ["none"]}),
    ("selective", {"in_area": "no"}),
    ("hmo", {"hmo": "none"}),
]


def evidence() -> list[tuple[str, dict[str, Any]]]:
    """Made afresh, as a file is read once."""
    return [
        ("gas", {"how": "now", "file": picture("gas.jpg")}),
        ("gas-details", certificate("G1", date(2026, 10, 1), date(2027, 9, 30))),
        ("eicr", {"how": "later"}),
        ("epc", {"how": "now", "file": picture("epc.jpg")}),
        ("epc-details", certificate("E1", date(2024, 5, 1), date(2034, 4, 30), epc_band="C")),
    ]


def everything() -> list[tuple[str, dict[str, Any]]]:
    return [*WHERE, *WHAT, *LETTING, *evidence(), ("photos", {"files": [picture("a.jpg"), picture("b.jpg", "olive")]})]


def answer(client: Client, url: str, data: dict[str, Any], **extra: str) -> Any:
    """Send one question as it stands on the page, with these answers."""
    page = client.get(url)
    assert page.status_code == 200, (url, page.status_code, page.headers.get("Location"))
    return send(client, url, {"seen": page.context["mark"], **data, **extra})


def answer_all(client: Client, questions: list[tuple[str, dict[str, Any]]], base: str = ADD) -> str:
    """Answer question after question; each must lead on. Returns where the last one led."""
    where = ""
    for slug, data in questions:
        response = answer(client, f"{base}{slug}/", data)
        assert response.status_code == 302, (slug, response.context["form"].errors)
        where = response["Location"]
    return where


def answered(client: Client, questions: list[tuple[str, dict[str, Any]]]) -> None:
    """As if these had been asked and answered before, which `test_adding` does page by page. No files."""
    user = User.objects.get(pk=client.session[SESSION_KEY])
    drafts.open(kind=NEW_HOME.name, actor=actor_of(user), at=now(), answers=dict(questions))


def words_for_photos(client: Client, url: str) -> str:
    """Say what each photo on the page shows. Returns where that led."""
    page = client.get(url)
    names = list(page.context["form"].fields)
    response = answer(client, url, {name: f"Room {number}" for number, name in enumerate(names, start=1)})
    assert response.status_code == 302, response.context["form"].errors
    return response["Location"]
