from datetime import date

from django.urls import reverse

from core.access.actor import Actor, Can
from core.deadlines.strips import strip_for
from core.ui.addresses import record_url
from core.ui.components import Action, Cell, Column, Row, Strip, Table, Tag
from properties.models import Let
from properties.rules.let import LET, VOID_AMBER_DAYS, VOID_RED_DAYS, LetState, ViewingMode

ADVERTISED = ("rent", "rent_frequency", "available_from", "description", "viewing_mode")
VIEWING_LABELS = {
    ViewingMode.SINGLE: "One household at a time",
    ViewingMode.GROUP: "Several households on one day",
}


def tag(let: Let) -> Tag:
    state = LET.state(let.state)
    return Tag(state.label, state.colour)


def table(lets: list[Let], actor: Actor) -> Table:
    """The lettings of one home, newest first."""
    return Table(
        caption="Homes to rent",
        caption_hidden=True,
        columns=[Column("Reference"), Column("State"), Column("Rent"), Column("Free from")],
        rows=[
            [
                Cell(let.reference, url=record_url(let.subject, actor)),
                Cell(tag(let)),
                Cell(let.rent_in_words),
                Cell(let.available_from),
            ]
            for let in lets
        ],
    )


def strip(let: Let, actor: Actor, on: date) -> Strip:
    """What it is, who holds it, what happens next and by when."""
    return strip_for(let, LET, f"To rent: {let.known_as}", actor, on)


def rows(let: Let, on: date) -> list[Row]:
    """What is advertised."""
    found = [
        Row("Rent", let.rent_in_words, note="One figure. Nobody may pay more than this."),
        Row("Free from", let.available_from),
        Row("Description", let.description),
        Row("Viewings", VIEWING_LABELS[ViewingMode(let.viewing_mode)]),
    ]
    if let.published_at and let.state in (LetState.AVAILABLE, LetState.UNDER_OFFER, LetState.ON_HOLD):
        found.append(Row("Empty for", void(let.void_days(on))))
    return found


def void(days: int) -> Tag:
    """Days that the home has stood ready and empty; amber and red by our own limits."""
    words = "1 day" if days == 1 else f"{days} days"
    colour = "red" if days >= VOID_RED_DAYS else "yellow" if days >= VOID_AMBER_DAYS else "grey"
    return Tag(words, colour)


def landlord_actions(let: Let, actor: Actor) -> list[Action]:
    """What the landlord can do now, the first being the one to do."""
    found = []
    if let.state == LetState.CHANGES_REQUESTED:
        url = reverse("properties_landlord_let_change", args=[let.reference])
        found.append(Action("Change it and send it again", url))
    if LET.can(let.state, "withdraw"):
        url = record_url(("taking_off", let.reference), actor)
        found.append(Action("Take it off the market", url, style="secondary"))
    return found


OFFICE = (
    ("publish", "Make it available", "properties_office_let_publish", "primary"),
    ("ask_for_changes", "Ask for a change", "properties_office_let_ask", "secondary"),
    ("end_hold", "End the hold", "properties_office_let_end_hold", "primary"),
    ("hold", "Put it on hold", "properties_office_let_hold", "secondary"),
)


def office_actions(let: Let, actor: Actor) -> list[Action]:
    """What this officer can do now, the first being the one to do."""
    if not actor.can(Can.PUBLISH_LETS):
        return []
    return [
        Action(label, reverse(url_name, args=[let.reference]), style=style)
        for event, label, url_name, style in OFFICE
        if LET.can(let.state, event)
    ]
