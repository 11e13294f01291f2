"""What each person reads about one tenancy concern."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from core.access.actor import Actor, Kind
from core.deadlines.strips import strip_for
from core.notifications.models import OutboxMessage
from core.notifications.rules.safe_contact import barred
from core.ui.addresses import page_url
from core.ui.components import Row, Strip, Tag
from households.selectors import contact
from tenancies.messages.reports import clock
from tenancies.messages.urgent import ACT_NOW
from tenancies.models import AgreedAction, ProblemReport, ReportMessage
from tenancies.rules import heard
from tenancies.rules.asking import in_words
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import LANDLORD_HEARS, OWNER_LABELS, REPORT, Owner, Side, for_landlord, for_tenant
from tenancies.rules.triage import Priority
from tenancies.selectors import owed
from tenancies.selectors.agreed import seen_by
from tenancies.selectors.report_lists import bare_from, is_bare, title_for


@dataclass(frozen=True)
class Said:
    """One message as a reader sees it."""

    who: str
    at: datetime
    body: str
    ours: bool


@dataclass(frozen=True)
class Agreed:
    """One agreed action as a reader sees it. `tick_url` is empty when it is not theirs to tick."""

    number: int
    what: str
    owner: str
    due_on: date
    tag: Tag
    shared: bool
    tick_url: str = ""
    drop_url: str = ""


def thread(row: ProblemReport, side: Side, actor: Actor) -> list[Said]:
    """The messages between the officer and one side, the oldest first."""
    return [
        Said(_who(message, actor), message.sent_at, message.body, message.from_council) for message in _of(row, side)
    ]


def _of(row: ProblemReport, side: Side) -> list[ReportMessage]:
    return [message for message in row.thread.all() if message.side == side]


def _who(message: ReportMessage, actor: Actor) -> str:
    if message.author_id is not None and message.author_id == actor.user_id:
        return "You"
    if message.from_council:
        return message.author.name if message.author else "The council"
    return "The landlord or agent" if message.side == Side.LANDLORD else "The tenant"


YOURS = {Kind.LANDLORD: Owner.LANDLORD, Kind.RESIDENT: Owner.TENANT}
SIDE_NAMES = {
    Kind.LANDLORD: {Owner.LANDLORD: "You", Owner.TENANT: "Your tenant", Owner.COUNCIL: "We"},
    Kind.RESIDENT: {Owner.LANDLORD: "Your landlord", Owner.TENANT: "You", Owner.COUNCIL: "We"},
}


def actions(row: ProblemReport, actor: Actor, on: date, *, goes_on: bool | None = None) -> list[Agreed]:
    """The agreed actions that exist for this person. `goes_on` says what they read of it, if not what is so."""
    shown = row.is_open if goes_on is None else goes_on
    return [_action(row, action, actor, on, goes_on=shown) for action in seen_by(row, actor)]


def _action(row: ProblemReport, action: AgreedAction, actor: Actor, on: date, *, goes_on: bool) -> Agreed:
    owner = Owner(action.owner)
    theirs = actor.is_officer or YOURS.get(actor.kind) is owner
    door = {Kind.LANDLORD: "landlord", Kind.RESIDENT: "resident"}.get(actor.kind, "office")
    where = (row.reference, str(action.number))
    open_ = goes_on and action.done_at is None
    return Agreed(
        number=action.number,
        what=action.what,
        owner=SIDE_NAMES.get(actor.kind, OWNER_LABELS)[owner],
        due_on=action.due_on,
        tag=_state_of(action, on),
        shared=action.shared_at is not None,
        tick_url=page_url(f"tenancies_{door}_report_tick", *where) if open_ and theirs else "",
        drop_url=page_url("tenancies_office_report_drop", *where) if open_ and actor.is_officer else "",
    )


def _state_of(action: AgreedAction, on: date) -> Tag:
    if action.done_at:
        return Tag("Done", "green")
    return Tag("Late", "red") if action.due_on < on else Tag("To do", "blue")


def answer_rows(row: ProblemReport) -> list[Row]:
    """The questions and answers as they were read by whoever told us."""
    found = [
        Row(question, answer) for question, answer in in_words(Problem(row.problem), Source(row.source), row.answers)
    ]
    return [*found, Row("In their words", row.words)] if row.words else found


def for_the_landlord(row: ProblemReport, actor: Actor, on: date) -> dict[str, Any]:
    """A landlord's page about their own report: their thread, and what was shared. Nothing else exists for them.

    While we owe them an answer or a call it reads the same whether the work goes on or has ended.
    """
    owes = {each.kind for each in owed.still(row, owed.to_landlord(row))}
    state = for_landlord(row.state, waits=bool(owes))
    bare = is_bare(row, bare_from(on))
    goes_on = row.is_open or bool(owes)
    waiting = goes_on and row.replied_at is None
    intention = getattr(row, "intention", None)
    ring = bool(intention and owed.RING in owes)
    answered = "We answer you. We will share what your tenant agrees to."
    promised = f"We ring you by {clock(intention.ring_by)}." if ring and intention else answered
    return {
        "report": row,
        "strip": Strip(
            title=title_for(row, Source.LANDLORD),
            state=state,
            next_step=promised if waiting else "",
            by=row.reply_by if waiting and not ring else None,
            reference=row.reference,
            on=on,
        ),
        "bare": bare,
        "acted": LANDLORD_HEARS if goes_on and row.acted else "",
        "facts": [] if bare else [Row("Home", ", ".join(filter(None, row.where))), *own_answers(row)],
        "advice": intention.landlord_advice if intention and not bare else "",
        "thread": [] if bare else thread(row, Side.LANDLORD, actor),
        "actions": [] if bare else actions(row, actor, on, goes_on=goes_on),
        "write_url": page_url("tenancies_landlord_report_write", row.reference) if goes_on else "",
    }


def own_answers(row: ProblemReport) -> list[Row]:
    if row.source == Source.CHECK_IN:
        return [Row("You answered our question", "You are worried")]
    return [
        Row("What you added" if each.key == "In their words" else each.key, each.value) for each in answer_rows(row)
    ]


def pressing(problem: Problem, answers: Mapping[str, str]) -> dict[str, Any]:
    """What a tenant reads at once about the problem, for `_urgent.html`, and what we say to their answers."""
    return {
        "urgent": heard.urgent(problem, answers),
        "said": heard.answers(answers),
        "checker_url": page_url("cms_public_notice"),
        "private": problem is Problem.DOMESTIC_ABUSE,
    }


def today(row: ProblemReport) -> str:
    """What we promise for the same day to whoever told us something red; empty when it is not red."""
    if row.proposed != Priority.RED:
        return ""
    rule = contact.rule_of(row.household) if row.household else None
    rings = bool(row.household and row.household.telephone) and not barred("call", rule)
    how = "We ring you today." if rings else "We reach you today, in a way that is safe for you."
    called = OutboxMessage.objects.about(row.subject).filter(template=ACT_NOW).exists()
    return f"We have called the officers who can help. {how}" if called else how


def for_the_tenant(row: ProblemReport, actor: Actor, on: date) -> dict[str, Any]:
    """A tenant's page. What somebody else told us is not on it: only what the officer chose to say."""
    own = row.teller is Source.TENANT
    waiting = row.is_open and own and row.replied_at is None
    may_decline = not own and (row.is_open or row.may_decline_still)
    intention = getattr(row, "intention", None)
    return {
        "report": row,
        "strip": Strip(
            title=title_for(row, Source.TENANT),
            state=for_tenant(row.state),
            by=row.reply_by if waiting else None,
            reference=row.reference,
            on=on,
        ),
        "facts": own_answers(row) if own else [],
        "told": "" if own else row.tenant_told,
        "rights": bool(intention and intention.rights_told_at),
        **(pressing(Problem(row.problem), row.answers) if own and row.is_open else {}),
        "today": today(row) if waiting else "",
        "thread": thread(row, Side.TENANT, actor),
        "actions": actions(row, actor, on),
        "write_url": page_url("tenancies_resident_report_write", row.reference) if row.is_open else "",
        "decline_url": page_url("tenancies_resident_report_decline", row.reference) if may_decline else "",
        "officer": row.lead_worker,
    }


def office_strip(row: ProblemReport, actor: Actor, on: date) -> Strip:
    return strip_for(row, REPORT, row.known_as, actor, on)
