from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.forms import RecordForm
from core.ui.pages import FormPage
from households.forms.people import PersonForm, from_person, to_person
from households.models import Household
from households.rules.case import MemberRole
from households.selectors import care
from households.services import people as services
from households.services.cases import Person
from households.views.office import desk


def recorded(household: Household) -> list[Person]:
    return services.as_given(list(household.members.all()))


def other_adults(people: list[Person], number: int = 0) -> list[tuple[str, str]]:
    """The other adults, by their place in the list, without the one at hand."""
    return [
        (str(place), person.name or f"Person {place}")
        for place, person in enumerate(people, start=1)
        if person.role is MemberRole.NON_DEPENDANT and place != number
    ]


@office_view(Can.WORK_HOUSEHOLDS)
def add(request: Request, reference: str) -> HttpResponse:
    household = desk.scoped(request, reference)
    people = recorded(household)
    page = FormPage(
        title="Add a person" if people else f"{household.name}: the person asking for help",
        button="Save this person",
        intro="Ages and who can share a room decide how many bedrooms they need.",
        back_label="Back to the household",
    )
    again = reverse("households_office_person_add", args=[reference])
    initial = {} if people else {"role": MemberRole.APPLICANT.value, "name": household.name.split()[0]}
    return desk.act(
        request,
        reference,
        partial(PersonForm, others=other_adults(people), councils=care.councils(today(now()))),
        desk.giving(services.add, "person", to_person),
        page,
        initial=initial,
        to=again if "another" in request.POST else "",
        said="The person is added.",
    )


def place(household: Household, number: int) -> Person:
    people = recorded(household)
    if not 1 <= number <= len(people):
        raise Http404
    return people[number - 1]


def at_place(service: Callable[..., Any], number: int) -> Callable[..., Any]:
    return partial(service, number=number)


@office_view(Can.WORK_HOUSEHOLDS)
def change(request: Request, reference: str, number: int) -> HttpResponse:
    household = desk.scoped(request, reference)
    person = place(household, number)
    page = FormPage(title=f"Change {person.name or 'this person'}", button="Save")
    return desk.act(
        request,
        reference,
        partial(PersonForm, others=other_adults(recorded(household), number), councils=care.councils(today(now()))),
        desk.giving(at_place(services.change, number), "person", to_person),
        page,
        initial=from_person(person),
        said="Saved.",
    )


@office_view(Can.WORK_HOUSEHOLDS)
def remove(request: Request, reference: str, number: int) -> HttpResponse:
    person = place(desk.scoped(request, reference), number)
    page = FormPage(
        title=f"Take {person.name or 'this person'} off the list",
        button="Take off the list",
        button_style="warning",
        intro="Do this when they are not part of the household. How many bedrooms are needed is worked out anew.",
    )
    return desk.act(request, reference, RecordForm, at_place(services.remove, number), page, said="Taken off the list.")
