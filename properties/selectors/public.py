"""Homes to rent as anyone may see them: an area, never an address, and only while they are available."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from core import dates
from core.ui.components import Picture, Row
from properties.models import Home, Let
from properties.models.home import area_label
from properties.rules.certificate import CertificateKind
from properties.rules.home import (
    BILL_LABELS,
    FURNISHED_LABELS,
    HEATING_LABELS,
    PROPERTY_TYPE_LABELS,
    Bill,
    Furnished,
    Heating,
    PropertyType,
)
from properties.rules.let import LetState
from properties.selectors import lettable, photos, rents, structured


@dataclass(frozen=True)
class Card:
    """One home in the list."""

    title: str
    url: str
    rent: str
    benefits: str
    free_from: str
    features: str
    picture: Picture | None


def available() -> "QuerySet[Let]":
    """The homes that are available, the newest first."""
    return Let.objects.available().select_related("home").order_by("-published_at", "-id")


def areas() -> list[str]:
    """The areas in which a home is available, as the public sees them. One query."""
    places = available().order_by().values_list("home__town", "home__postcode").distinct()
    return sorted({area_label(town, postcode) for town, postcode in places})


def once_published() -> "QuerySet[Let]":
    return Let.objects.filter(published_at__isnull=False).select_related("home")


def is_open(let: Let) -> bool:
    return let.state == LetState.AVAILABLE


def title(home: Home) -> str:
    """ "2-bedroom flat in Dartford, DA1"."""
    if home.room_in_shared_house:
        return f"Room in a shared house in {home.area_label}"
    kind = PROPERTY_TYPE_LABELS[PropertyType(home.property_type)] if home.property_type != "other" else "home"
    return f"{home.bedrooms}-bedroom {kind.lower()} in {home.area_label}"


def free_from(let: Let, on: date) -> str:
    return "Free now" if let.available_from <= on else f"Free from {dates.short(let.available_from)}"


def features(home: Home) -> list[str]:
    """What is good to know about a home, in a few words each."""
    words = {
        "No steps": home.step_free,
        "Wheelchair access": home.wheelchair_accessible,
        "Lift": home.has_lift,
        "Parking": home.parking,
        "Pets considered": home.pets_considered,
    }
    return [word for word, true in words.items() if true]


def cards(lets: Sequence[Let], on: date) -> list[Card]:
    """The homes of one page of the list."""
    compared = rents.comparisons([(let.home, let.monthly_rent) for let in lets], on)
    pictures = photos.public([let.home for let in lets], "medium")
    return [
        Card(
            title=title(let.home),
            url=reverse("properties_public_let", args=[let.reference]),
            rent=let.rent_in_words,
            benefits=compared[let.home.pk].words if let.home.pk in compared else "",
            free_from=free_from(let, on),
            features=", ".join(features(let.home)),
            picture=next(iter(pictures.get(let.home.pk, [])), None),
        )
        for let in lets
    ]


def page(let: Let, on: date, *, site: str) -> dict[str, Any]:
    """All that the page of one home shows. `site` is the site's own address, for those who read it as data."""
    home = let.home
    pictures = photos.public([home], "medium").get(home.pk, [])
    url = reverse("properties_public_let", args=[let.reference])
    return {
        "canonical_url": site + url,
        "structured": structured.listing(let, title(home), site=site, url=url, pictures=pictures),
        "title": title(home),
        "let": let,
        "rent": let.rent_in_words,
        "free_from": free_from(let, on),
        "comparison": rents.compare(home, let.monthly_rent, on),
        "rows": rows(home, on),
        "pictures": pictures,
    }


def rows(home: Home, on: date) -> list[Row]:
    epc = lettable.standing(home, on).get(CertificateKind.EPC)
    heating = HEATING_LABELS.get(Heating(home.heating)) if home.heating in list(Heating) else ""
    found = [
        Row("Most people", home.max_occupants),
        Row("Floor", "Ground floor" if home.floor == 0 else f"Floor {home.floor}"),
        Row("Furnished", FURNISHED_LABELS[Furnished(home.furnished)]),
        Row("The rent includes", [BILL_LABELS[Bill(bill)] for bill in home.bills_included] or "No bills"),
        Row("Heating", heating),
        Row("Energy rating", epc.epc_band if epc else ""),
        Row("Smoking inside", home.smoking_allowed),
        Row("It has", features(home)),
    ]
    return [row for row in found if row.value not in ("", [], None)]
