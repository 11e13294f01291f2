from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from core import dates
from core.access.actor import Actor, Can
from core.deadlines.models import Deadline
from core.deadlines.strips import HOLDER_OF, strip_for
from core.states import Colour, State
from core.ui.addresses import record_url
from core.ui.components import Action, Cell, Column, Row, Table, Tag
from core.ui.telephone import in_words
from landlords.models import FitAndProperDeclaration, Landlord
from landlords.rules.landlord import LANDLORD, QUESTIONS, LandlordFilters, LandlordState

SHOWN = ("reference", "name", "contact_name", "state", "created_at", "invitation_open_to", "officer__name")


def listed(actor: Actor, filters: LandlordFilters) -> "QuerySet[Landlord]":
    """The landlords that the actor may see, newest first, with what their list shows."""
    rows = Landlord.objects.visible_to(actor).select_related("officer").only(*SHOWN)
    if filters.state in LANDLORD.states:
        rows = rows.filter(state=filters.state)
    if text := filters.text.strip():
        rows = rows.filter(
            Q(name__icontains=text)
            | Q(reference__iexact=text)
            | Q(postcode__iexact=text)
            | Q(email__iexact=text)
            | Q(telephone__contains=text.replace(" ", "").lstrip("0"))
        )
    return rows


def own(actor: Actor) -> Landlord | None:
    """The landlord that the signed-in person is, if they have registered."""
    return Landlord.objects.select_related("officer").filter(user_id=actor.user_id).first() if actor.user_id else None


def standing(landlord: Landlord, on: date) -> State:
    """The state as it is told on a day: that a link has run out is a fact of the calendar."""
    state = LANDLORD.state(landlord.state)
    open_to = landlord.invitation_open_to
    if landlord.state == LandlordState.INVITED and open_to is not None and open_to < on:
        return replace(state, label="Link ran out", colour=Colour.GREY)
    return state


def table(landlords: Iterable[Landlord], actor: Actor, on: date) -> Table:
    """The list as an officer reads it."""
    return Table(
        caption="Landlords",
        caption_hidden=True,
        columns=[
            Column("Reference"),
            Column("Name"),
            Column("State"),
            Column("Officer"),
            Column("Since", whole=True),
        ],
        rows=[
            [
                Cell(landlord.reference, url=record_url(landlord.subject, actor)),
                Cell(landlord.name, note=landlord.contact_name),
                Cell(Tag(state.label, state.colour)),
                Cell(landlord.officer.name if landlord.officer else ""),
                Cell(dates.short(dates.today(landlord.created_at))),
            ]
            for landlord, state in ((landlord, standing(landlord, on)) for landlord in landlords)
        ],
        empty="No landlord matches. Take a filter away, or search for another name.",
    )


def waits_for_meeting(landlord: Landlord) -> bool:
    return Deadline.objects.about(landlord.subject).open().filter(kind="landlord_meeting").exists()


def detail_rows(landlord: Landlord) -> list[Row]:
    """Who the landlord is, for a summary list."""
    rows = [Row("Name", landlord.name), Row("Kind", landlord.get_landlord_type_display())]
    if landlord.company_number:
        rows.append(Row("Company or charity number", landlord.company_number))
    if landlord.contact_name:
        rows.append(Row("Ask for", landlord.contact_name))
    return [
        *rows,
        Row("Telephone", in_words(landlord.telephone)),
        Row("Email", landlord.email),
        Row("Address", [line for line in (*landlord.address.splitlines(), landlord.postcode) if line]),
    ]


def declaration_rows(declaration: FitAndProperDeclaration | None, actor: Actor) -> list[Row]:
    """The fit and proper answers. Only officers who may read them see more than the outcome and its date."""
    if declaration is None:
        return []
    outcome = Tag("Something to look at", "yellow") if declaration.adverse else Tag("Nothing to declare", "green")
    rows = [
        Row("Fit and proper", outcome),
        Row("Declared", declaration.declared_at.date()),
        Row("To be made again by", declaration.due_again_on),
    ]
    if actor.can(Can.SEE_FIT_AND_PROPER):
        rows += [Row(question, getattr(declaration, name)) for name, question in QUESTIONS.items()]
        if declaration.details:
            rows.append(Row("What they told us", declaration.details))
    return rows


def url(action: str, landlord: Landlord) -> str:
    return reverse(f"landlords_office_{action}", args=[landlord.reference])


def actions(landlord: Landlord, declaration: FitAndProperDeclaration | None, actor: Actor) -> list[Action]:
    """What this officer can do now, the first being the one to do."""
    adverse = bool(declaration and declaration.adverse)
    found: list[Action] = []
    if LANDLORD.can(landlord.state, "invite") and actor.can(Can.CHECK_LANDLORDS):
        again = landlord.state == LandlordState.INVITED
        found.append(Action("Send a new link" if again else "Invite to register", url("invite", landlord)))
    if landlord.state == LandlordState.PARKED and actor.can(Can.CHECK_LANDLORDS):
        found.append(Action("Reopen", url("reopen", landlord)))
    if landlord.state == LandlordState.AWAITING_CHECKS and actor.can(Can.CHECK_LANDLORDS):
        if adverse and landlord.recommended_by_id is None:
            found.append(Action("Recommend", url("recommend", landlord)))
        elif not adverse or landlord.recommended_by_id != actor.user_id:
            found.append(Action("Activate", url("activate", landlord)))
        found.append(Action("Ask for more", url("ask", landlord), style="secondary"))
    if actor.can(Can.CHECK_LANDLORDS) and waits_for_meeting(landlord):
        found.append(Action("We rang about the meeting", url("meeting", landlord), style="secondary"))
    if LANDLORD.can(landlord.state, "park") and actor.can(Can.CHECK_LANDLORDS):
        found.append(Action("Park", url("park", landlord), style="secondary"))
    if landlord.state == LandlordState.ACTIVE and actor.can(Can.SUSPEND_LANDLORDS):
        found.append(Action("Suspend", url("suspend", landlord), style="warning"))
    if landlord.state == LandlordState.SUSPENDED and actor.can(Can.SUSPEND_LANDLORDS):
        found.append(Action("Reinstate", url("reinstate", landlord)))
    return found


def record(landlord: Landlord, actor: Actor, on: date) -> dict[str, Any]:
    """All that a page about one landlord shows."""
    strip = strip_for(landlord, LANDLORD, landlord.name, actor, on)
    declaration = landlord.declarations.first()
    return {
        "landlord": landlord,
        "strip": replace(strip, state=standing(landlord, on).to(HOLDER_OF.get(actor.kind))),
        "details": detail_rows(landlord),
        "enquiry": landlord.enquiry if actor.is_officer else "",
        "begun": landlord.state == LandlordState.REGISTERING and not landlord.question,
        "declaration": declaration_rows(declaration, actor),
        "actions": actions(landlord, declaration, actor) if actor.is_officer else [],
    }
