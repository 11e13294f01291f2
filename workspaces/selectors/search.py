"""One box over everything: records by reference, name, address, postcode, telephone or e-mail address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import QueryDict

from core.access.actor import Actor, Can
from core.states import Machine
from core.ui.addresses import page_url, record_url
from core.ui.components import Cell, Column, Table, Tag
from deposits.rules.application import APPLICATION
from deposits.rules.guarantee import GUARANTEE
from households.models import Member
from households.rules.case import CASE
from landlords.rules.landlord import LANDLORD
from lettings.rules.nomination import NOMINATION
from properties.rules.home import HOME
from properties.rules.let import LET
from tenancies.rules.tenancy import TENANCY
from workspaces.rules.search import Asked
from workspaces.selectors.scope import KINDS

MOST = 10
NOTHING = Q(pk__in=())


@dataclass(frozen=True)
class Place:
    """One kind of record that the box looks through: what makes a row fit, and the list that shows them all.

    `household_name` leads to a name by which only those who may see households find it.
    """

    kind: str
    plural: str
    machine: Machine
    fits: Callable[[Asked], Q]
    list_name: str = ""
    list_takes_text: bool = True
    household_name: str = ""


@dataclass(frozen=True)
class Group:
    """What was found of one kind. `more_url` leads to the whole list when there are more than it shows."""

    title: str
    table: Table
    more_url: str = ""


def named(asked: Asked, *columns: str) -> Q:
    """Rows with all the words, in any order, in one of these columns."""
    found = NOTHING
    for column in columns:
        every = Q()
        for word in asked.words:
            every &= Q(**{f"{column}__icontains": word})
        found |= every
    return found


def at_postcode(asked: Asked, column: str) -> Q:
    return Q(**{f"{column}__istartswith": asked.postcode}) if asked.postcode else NOTHING


def reached(asked: Asked) -> Q:
    """Rows with this telephone number, or a part of it, or this e-mail address."""
    found = Q(telephone__contains=asked.digits) if asked.digits else NOTHING
    return found | Q(email__istartswith=asked.email) if asked.email else found


def household(asked: Asked) -> Q:
    people = Member.objects.filter(named(asked, "name")).values("household")
    return named(asked, "name") | Q(pk__in=people) | at_postcode(asked, "present_postcode") | reached(asked)


def landlord(asked: Asked) -> Q:
    company = Q(company_number__iexact=asked.text)
    return named(asked, "name", "contact_name") | at_postcode(asked, "postcode") | reached(asked) | company


def in_home(path: str, *names: str) -> Callable[[Asked], Q]:
    """Rows of a home with this address or postcode, to which `path` leads, or with one of these names."""

    def fits(asked: Asked) -> Q:
        return named(asked, f"{path}address", f"{path}town", *names) | at_postcode(asked, f"{path}postcode")

    return fits


PUT_FORWARD = "let__home__"
TENANCY_OF = f"nomination__{PUT_FORWARD}"
PROMISED = "application__home__"
PLACES = (
    Place("household", "Households", CASE, household, "households_office_list"),
    Place("home", "Homes", HOME, in_home(""), "properties_office_list"),
    Place("landlord", "Landlords", LANDLORD, landlord, "landlords_office_list"),
    Place("let", "Homes to rent", LET, in_home("home__"), "lettings_office_list", list_takes_text=False),
    Place(
        "nomination",
        "Put forward",
        NOMINATION,
        in_home(PUT_FORWARD, f"{PUT_FORWARD}landlord__name"),
        household_name="household__name",
    ),
    Place(
        "tenancy",
        "Tenancies",
        TENANCY,
        in_home(TENANCY_OF, f"{TENANCY_OF}landlord__name"),
        household_name="nomination__household__name",
    ),
    Place(
        "guarantee",
        "Guarantees",
        GUARANTEE,
        in_home(PROMISED, f"{PROMISED}landlord__name"),
        household_name="tenancy__nomination__household__name",
    ),
    Place(
        "scheme_application",
        "Guarantee applications",
        APPLICATION,
        in_home("home__", "home__landlord__name"),
        "deposits_office_list",
    ),
)


def exact(asked: Asked, actor: Actor) -> str:
    """The page of the record with exactly this reference, or nothing when there is none that the actor may know of."""
    if not asked.reference:
        return ""
    for record in KINDS.values():
        if asked.reference[:2] == record.model.PREFIX:
            row = record.visible_to(actor).filter(reference=asked.reference).select_related(*record.related).first()
            return record_url(record.owner(row), actor) if row else ""
    return ""


def found(asked: Asked, actor: Actor) -> list[Group]:
    """Up to ten of each kind, in one query a kind. A record that the actor may not know of is not there."""
    if not asked.long_enough:
        return []
    groups = []
    for place in PLACES:
        record = KINDS[place.kind]
        fits = place.fits(asked)
        if place.household_name and actor.can(Can.SEE_HOUSEHOLDS):
            fits |= named(asked, place.household_name)
        rows = record.visible_to(actor).filter(fits).select_related(*record.related)
        some = list(rows[: MOST + 1])
        if some:
            groups.append(_group(place, some, asked, actor))
    return groups


def _group(place: Place, rows: list[Any], asked: Asked, actor: Actor) -> Group:
    states = [place.machine.state(row.state) for row in rows]
    table = Table(
        caption=place.plural,
        columns=[Column("Reference"), Column("Name"), Column("State")],
        rows=[
            [
                Cell(row.reference, url=record_url(row.subject, actor)),
                Cell(row.known_as),
                Cell(Tag(state.label, state.colour)),
            ]
            for row, state in list(zip(rows, states, strict=True))[:MOST]
        ],
    )
    more = page_url(place.list_name) if len(rows) > MOST and place.list_name else ""
    query = QueryDict(mutable=True)
    query["q"] = asked.text
    return Group(place.plural, table, f"{more}?{query.urlencode()}" if more and place.list_takes_text else more)
