"""What a visitor narrows the list of homes to rent by. Every control offers choices, so nothing typed comes back."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import django_filters
from django.db.models import BigIntegerField, Case, F, Q, QuerySet, When
from django.http import QueryDict

from core.money import Money
from core.rulebook.rules.rent import PAYMENTS_A_YEAR
from core.ui.forms import Checkboxes, FilterForm
from properties.models import Let

ROOM = "room"
SIZES = [
    (ROOM, "A room in a shared house"),
    ("1", "1 bedroom or more"),
    ("2", "2 bedrooms or more"),
    ("3", "3 bedrooms or more"),
    ("4", "4 bedrooms or more"),
]
RENTS = [(str(pounds), f"Up to {Money(pounds * 100).short} a month") for pounds in range(500, 2001, 100)]
FREE_WITHIN = [("0", "Free now"), ("14", "Within 2 weeks"), ("31", "Within a month"), ("92", "Within 3 months")]
ACCESS: dict[str, tuple[str, Q]] = {
    "step_free": ("No steps", Q(home__step_free=True)),
    "level": ("Ground floor, or a lift", Q(home__floor=0) | Q(home__has_lift=True)),
    "wheelchair": ("Wheelchair access", Q(home__wheelchair_accessible=True)),
}
SORTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "newest": ("Newest first", ("-published_at", "-id")),
    "rent": ("Lowest rent first", ("rent_of_a_year", "-id")),
    "soonest": ("Free soonest first", ("available_from", "-id")),
}
RENT_OF_A_YEAR = Case(
    *(When(rent_frequency=frequency, then=F("rent") * payments) for frequency, payments in PAYMENTS_A_YEAR.items()),
    output_field=BigIntegerField(),
)


def several(label: str, choices: Sequence[tuple[str, str]], narrow: Callable[..., Any]) -> django_filters.Filter:
    return django_filters.MultipleChoiceFilter(
        label=label, choices=choices, widget=Checkboxes(small=True), method=narrow
    )


def one(
    label: str, choices: Sequence[tuple[str, str]], empty: str | None, narrow: Callable[..., Any] | str
) -> django_filters.Filter:
    """A choice of one. `empty` is what leaving it out is called; None when it cannot be left out."""
    return django_filters.ChoiceFilter(label=label, choices=choices, empty_label=empty, method=narrow)


def in_areas(rows: "QuerySet[Let]", _name: str, areas: list[str]) -> "QuerySet[Let]":
    """An area is written as the page shows it: the town and the first half of the postcode."""
    wanted = Q()
    for area in areas:
        town, _, outcode = area.rpartition(", ")
        wanted |= Q(home__town=town, home__postcode__startswith=f"{outcode} ")
    return rows.filter(wanted)


def of_size(rows: "QuerySet[Let]", _name: str, size: str) -> "QuerySet[Let]":
    if size == ROOM:
        return rows.filter(home__room_in_shared_house=True)
    return rows.filter(home__room_in_shared_house=False, home__bedrooms__gte=int(size))


def up_to(rows: "QuerySet[Let]", _name: str, pounds: str) -> "QuerySet[Let]":
    """A month's rent is a twelfth of the year's, however often it is paid."""
    return rows.alias(rent_of_a_year=RENT_OF_A_YEAR).filter(rent_of_a_year__lte=int(pounds) * 100 * 12)


def accessible(rows: "QuerySet[Let]", _name: str, needs: list[str]) -> "QuerySet[Let]":
    for need in needs:
        rows = rows.filter(ACCESS[need][1])
    return rows


def with_pets(rows: "QuerySet[Let]", _name: str, chosen: list[str]) -> "QuerySet[Let]":
    return rows.filter(home__pets_considered=True) if chosen else rows


def in_order(rows: "QuerySet[Let]", _name: str, order: str) -> "QuerySet[Let]":
    return rows.alias(rent_of_a_year=RENT_OF_A_YEAR).order_by(*SORTS[order][1])


class HomesToRent(django_filters.FilterSet):
    """Narrows and sorts the homes that are available. `areas` are those in which one is; `on` is today.

    What was asked for and is none of the choices counts as not asked for: `asked` is the rest.
    """

    area = several("Area", (), in_areas)
    bedrooms = one("Size", SIZES, "Any size", of_size)
    rent = one("Rent", RENTS, "Any rent", up_to)
    free = one("Free to move in", FREE_WITHIN, "Any time", "free_within")
    access = several("Getting in and around", [(name, label) for name, (label, _) in ACCESS.items()], accessible)
    pets = several("Pets", [("yes", "The landlord will consider a pet")], with_pets)
    sort = one("Sort by", [(name, label) for name, (label, _) in SORTS.items()], None, in_order)

    class Meta:
        model = Let
        fields: tuple[str, ...] = ()
        form = FilterForm

    def __init__(self, asked: QueryDict, *, queryset: "QuerySet[Let]", areas: Sequence[str], on: date) -> None:
        self.asked = QueryDict(mutable=True)
        super().__init__(self.asked, queryset=queryset)
        self.on = on
        self.filters["area"].extra["choices"] = [(area, area) for area in areas]
        for name, narrowing in self.filters.items():
            offered = {value for value, _ in narrowing.extra["choices"]}
            if known := [value for value in asked.getlist(name) if value in offered]:
                self.asked.setlist(name, known)
        self.data = self.asked

    def free_within(self, rows: "QuerySet[Let]", _name: str, days: str) -> "QuerySet[Let]":
        return rows.filter(available_from__lte=self.on + timedelta(days=int(days)))
