"""What the pages about a household put forward for a home show."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from core import dates
from core.access.actor import Actor, Can
from core.deadlines.strips import strip_for
from core.states import Holder, Machine
from core.ui.addresses import page_url, record_url
from core.ui.components import Action, Cell, Column, Row, Table, Tag
from lettings.models import Nomination, Offer, Viewing
from lettings.models.nomination import SHOWN_TO_LANDLORD
from lettings.rules.match import plural
from lettings.rules.nomination import NOMINATION, NominationState
from lettings.rules.offer import OFFER, OfferState
from lettings.rules.viewing import VIEWING, ViewingState
from lettings.selectors import affordability
from properties.models import Home, Let
from properties.rules.let import LET, VOID_AMBER_DAYS, VOID_RED_DAYS

SHOWN = (
    *("reference", "state", "rent", "rent_frequency", "available_from", "published_at"),
    *(f"home__{part}" for part in ("address", "town", "postcode", "bedrooms")),
)


def tag(machine: Machine, value: str, reader: Holder | None = None) -> Tag:
    state = machine.state(value).to(reader)
    return Tag(state.label, state.colour)


def lets(actor: Actor, *, state: str = "", bedrooms: str = "") -> "QuerySet[Let]":
    """Homes to rent with how many households are forward for each."""
    live = (
        Nomination.objects.visible_to(actor)
        .live()
        .filter(let=OuterRef("pk"))
        .order_by()
        .values("let")
        .annotate(number=Count("pk"))
        .values("number")
    )
    rows = Let.objects.visible_to(actor).select_related("home").only(*SHOWN)
    rows = rows.annotate(forward=Coalesce(Subquery(live), 0))
    if state in LET.states:
        rows = rows.filter(state=state)
    if bedrooms.isdigit():
        rows = rows.filter(home__bedrooms=int(bedrooms))
    return rows


def void_tag(let: Let, on: date) -> Tag | str:
    """How long the home has stood empty and ready: amber from 14 days, red from 28."""
    days = let.void_days(on)
    if let.state != "available" or not days:
        return ""
    colour = "red" if days >= VOID_RED_DAYS else "yellow" if days >= VOID_AMBER_DAYS else "grey"
    return Tag(f"{days} day{'' if days == 1 else 's'}", colour)


def let_table(rows: Iterable[Let], actor: Actor, on: date) -> Table:
    return Table(
        caption="Homes to rent",
        caption_hidden=True,
        columns=[
            Column("Reference"),
            Column("Area"),
            Column("Bedrooms", numeric=True),
            Column("Rent a month", numeric=True),
            Column("Free from", whole=True),
            Column("State"),
            Column("Empty for"),
            Column("Put forward", numeric=True),
            Column("Shortlist"),
        ],
        rows=[
            [
                Cell(let.reference, url=record_url(let.subject, actor)),
                Cell(let.home.area_label, note=let.home.address.splitlines()[0]),
                Cell(let.home.bedrooms),
                Cell(let.monthly_rent.short),
                Cell(dates.short(let.available_from)),
                Cell(tag(LET, let.state)),
                Cell(void_tag(let, on)),
                Cell(let.forward),
                Cell("See who fits", url=page_url("lettings_office_shortlist", let.reference))
                if actor.can(Can.SEE_HOUSEHOLDS)
                else Cell(""),
            ]
            for let in rows
        ],
        empty="No home to rent matches. Take a filter away.",
    )


def floor_words(home: Home) -> str:
    if home.floor == 0:
        return "Ground floor"
    return f"Floor {home.floor}, with a lift" if home.has_lift else f"Floor {home.floor}"


def home_rows(let: Let, *, with_address: bool) -> list[Row]:
    """The home as the reader may know it: the public sees an area, those who view it the address."""
    home = let.home
    where = [*home.address.splitlines(), home.town, home.postcode] if with_address else home.area_label
    features = [
        word
        for word, yes in (
            ("Parking", home.parking),
            ("No steps to the door", home.step_free),
            ("Right for a wheelchair user", home.wheelchair_accessible),
            ("Pets considered", home.pets_considered),
        )
        if yes
    ]
    return [
        Row("Where", where),
        Row("Kind of home", home.get_property_type_display()),
        Row("Bedrooms", home.bedrooms),
        Row("Floor", floor_words(home)),
        Row("Rent", f"{let.monthly_rent.short} a month"),
        Row("Free from", let.available_from),
        Row("Good to know", features),
    ]


PETS = {"none": "None", "dog": "A dog", "cat": "A cat", "other": "Another pet"}


def card_rows(nomination: Nomination) -> list[Row]:
    """What a landlord sees of a household, as the applicant agreed to it. Nothing else is ever shown."""
    card = nomination.card
    if not card:
        return []
    adults = card["people"] - card["children"]
    people = f"{adults} adult{'' if adults == 1 else 's'}"
    if card["children"]:
        people += f" and {card['children']} child{'' if card['children'] == 1 else 'ren'}"
    return [
        Row("People", people),
        Row("Bedrooms needed", nomination.let.home.bedrooms),
        Row("Can move", date.fromisoformat(card["move_by"]) if card["move_by"] else "As soon as you are ready"),
        Row("Pets", PETS[card["pets"]]),
        Row("Smokes", card["smoker"]),
        *rent_row(nomination),
        Row("Officer", nomination.officer.name if nomination.officer else ""),
    ]


def rent_row(nomination: Nomination) -> list[Row]:
    """That the rent was checked, said only when an officer found it affordable."""
    if not affordability.is_affordable(nomination.household, nomination.let):
        return []
    return [Row("Rent", "Rent checked as affordable by the council")]


def open_viewing(nomination: Nomination) -> Viewing | None:
    return next((v for v in nomination.viewings.all() if v.state == ViewingState.SCHEDULED), None)


def viewing_rows(nomination: Nomination) -> list[Row]:
    return [
        Row(
            f"{dates.in_words(dates.london(viewing.starts_at).date())}, {dates.clock(dates.london(viewing.starts_at))}",
            tag(VIEWING, viewing.state),
            note=viewing.where_to_meet,
        )
        for viewing in nomination.viewings.all()
    ]


def url(name: str, reference: str) -> str:
    return reverse(f"lettings_office_{name}", args=[reference])


def next_actions(nomination: Nomination, actor: Actor) -> list[Action]:
    """The buttons of the state that it is in."""
    ref, live = nomination.reference, any_live(nomination)
    more_time = (
        [] if nomination.extended else [Action("Give the landlord more time", url("extend", ref), style="secondary")]
    )
    viewing = open_viewing(nomination)
    seen = [Action("Record the viewing", url("viewing_outcome", viewing.reference))] if viewing else []
    by_state = {
        NominationState.RESIDENT_ASKED: [Action("Record their answer", url("resident_answer", ref))],
        NominationState.SENT_TO_LANDLORD: [
            Action("Record the landlord’s answer", url("landlord_answer", ref)),
            *more_time,
        ],
        NominationState.LANDLORD_ACCEPTED: [Action("Arrange the viewing", url("arrange", ref))],
        NominationState.VIEWING: [*seen, Action("Arrange another time", url("arrange", ref), style="secondary")],
        NominationState.OFFER: [Action("Prepare the offer", url("draft_offer", ref))]
        if actor.can(Can.MAKE_OFFERS) and not live
        else [],
        NominationState.ACCEPTED: [Action("Hand over the keys", record_url(("keys", ref), actor))]
        if actor.can(Can.START_TENANCIES)
        else [],
    }
    return by_state.get(NominationState(nomination.state), [])


def nomination_actions(nomination: Nomination, actor: Actor) -> list[Action]:
    """What this officer can do now; the first is the one to do."""
    if not actor.can(Can.MATCH):
        return []
    found = next_actions(nomination, actor)
    if NOMINATION.can(nomination.state, "withdraw") and not any_live(nomination):
        found = [*found, Action("Withdraw", url("withdraw", nomination.reference), style="warning")]
    return found


def any_live(nomination: Nomination) -> bool:
    return any(OFFER.can(offer.state, "withdraw") for offer in nomination.offers.all())


def nomination(row: Nomination, actor: Actor, on: date) -> dict[str, Any]:
    """An officer's page about one household put forward for one home."""
    return {
        "nomination": row,
        "strip": strip_for(row, NOMINATION, f"{row.household.name} for {row.let.home.area_label}", actor, on),
        "actions": nomination_actions(row, actor),
        "home": home_rows(row.let, with_address=True),
        "viewings": viewing_rows(row),
        "offers": list(row.offers.all()),
        "card": card_rows(row),
    }


def for_landlord(row: Nomination, actor: Actor, on: date) -> dict[str, Any]:
    """What the landlord sees: the card, never a name before the viewing, and never why they need a home."""
    viewing = open_viewing(row)
    named = row.state not in (NominationState.SENT_TO_LANDLORD, NominationState.LANDLORD_ACCEPTED)
    return {
        "nomination": row,
        "strip": strip_for(row, NOMINATION, f"A household for {row.let.home.area_label}", actor, on),
        "card": card_rows(row),
        "viewing": viewing,
        "viewings": viewing_rows(row),
        "household_name": row.household.name if named and row.state in SHOWN_TO_LANDLORD else "",
        "may_answer": row.state == NominationState.SENT_TO_LANDLORD,
    }


def for_resident(row: Nomination, offer: Offer | None, actor: Actor, on: date) -> dict[str, Any]:
    """What the applicant sees of a home we asked them about: the address once there is a viewing.

    While our offer waits for their answer, the page says so.
    """
    viewing = open_viewing(row)
    made = (offer, OFFER) if offer and offer.state == OfferState.MADE else (row, NOMINATION)
    return {
        "nomination": row,
        "strip": strip_for(*made, f"A home in {row.let.home.area_label}", actor, on),
        "offer": offer,
        "home": home_rows(row.let, with_address=viewing is not None or row.state in ("offer", "accepted", "let")),
        "description": row.let.description,
        "viewing": viewing,
        "viewings": viewing_rows(row),
        "may_answer": row.state == NominationState.RESIDENT_ASKED,
    }


def resident_table(rows: Iterable[Nomination]) -> Table:
    """The homes that a household was asked about."""
    return Table(
        caption="Homes we asked you about",
        caption_hidden=True,
        columns=[Column("Home"), Column("Rent a month"), Column("Where it stands")],
        rows=[
            [
                Cell(
                    f"{plural(row.let.home.bedrooms, 'bedroom')} in {row.let.home.area_label}",
                    url=reverse("lettings_resident_nomination", args=[row.reference]),
                ),
                Cell(row.let.monthly_rent.short),
                Cell(tag(NOMINATION, row.state, Holder.RESIDENT)),
            ]
            for row in rows
        ],
        empty="We have not found a home for you yet. We ring you as soon as we do.",
    )
