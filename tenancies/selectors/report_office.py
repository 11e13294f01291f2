"""An officer's page about one tenancy concern: what to do now, the facts, both threads, what was agreed and tried."""

from datetime import date
from typing import Any

from core.access.actor import Actor, Can
from core.audit.selectors import history
from core.notifications.rules.safe_contact import ANYTHING_IS_SAFE
from core.notifications.selectors import messages_about
from core.ui.addresses import page_url
from core.ui.components import Action, Cell, Column, Row, Table, Tag
from households.selectors import contact
from tenancies.models import ProblemReport
from tenancies.rules.joint import BARRIER_LABELS, Barrier, why_apart
from tenancies.rules.problem import Source
from tenancies.rules.report import CONTACT_LABELS, REPORT, SIDE_LABELS, ContactBy, Intention, ReportState, Side
from tenancies.rules.triage import PRIORITY_LABELS, Priority
from tenancies.selectors import notice_checker, owed
from tenancies.selectors.report_lists import priority_tag
from tenancies.selectors.report_rows import (
    case_to_decide,
    notice_rows,
    notice_to_pass_on,
    open_record,
    tenant_rows,
    who_told,
)
from tenancies.selectors.reports import actions, answer_rows, office_strip, thread

R = ReportState
OPEN_CASE, NO_CASE = ("Open a case", "escalate"), ("No case opens", "no_case")
READ_THE_RULE = "Safe contact: read the household’s rule before you ring or write."
DO_NOT_RING = "Safe contact: do not ring. Read the household’s rule before you write or visit."


def page(row: ProblemReport, actor: Actor, on: date) -> dict[str, Any]:
    works = actor.can(Can.WORK_REPORTS) and row.erased_at is None
    return {
        "report": row,
        "strip": office_strip(row, actor, on),
        "buttons": buttons(row, actor) if works else [],
        "marks": marks(row, actor) if works else [],
        "warnings": warnings(row),
        "facts": facts(row, actor),
        "answers": answer_rows(row),
        "tenant_rows": tenant_rows(row, actor),
        "check_url": page_url("tenancies_office_check_notice", row.tenancy.reference) if row.tenancy else "",
        "notice_rows": notice_rows(row),
        "notices_read": notice_checker.of_tenancy(row.tenancy, on),
        "threads": threads(row, actor, works),
        "actions": actions(row, actor, on),
        "tries": tries(row),
        "happenings": history(actor, row.subject),
        "messages_sent": messages_about(actor, row.subject),
    }


def url(name: str, row: ProblemReport) -> str:
    return page_url(f"tenancies_office_report_{name}", row.reference)


def buttons(row: ProblemReport, actor: Actor) -> list[Action]:
    """What this officer can do now, the first being the one to do."""
    found: list[tuple[str, str]] = []
    apart = owed.waits_apart(row)
    if row.state in (R.RECEIVED, R.TRIAGED):
        found.append(("Say how urgent it is" if row.state == R.RECEIVED else "Change how urgent it is", "triage"))
    if row.is_open and row.state != R.RECEIVED:
        found += [("Record a contact", "try"), ("Add actions", "agree")]
    elif not row.is_open and owed.still(row, {owed.REACH} if apart else {owed.ANSWER, owed.REACH}):
        found.append(("Record a contact", "try"))
    if apart and row.state != R.RECEIVED:
        found.append(("We answered whoever told us", "answered"))
    unshared = any(action.shared_at is None and action.dropped_at is None for action in row.actions.all())
    if unshared and not row.barriers_today:
        found.append(("Share actions", "share"))
    if REPORT.can(row.state, "review") or REPORT.can(row.state, "review_after_notice"):
        found.append(("Look again", "review"))
    found += notice_buttons(row)
    found += ending_buttons(row, actor)
    if row.state == R.TRIAGED:
        found.append(found.pop(0))
    if NO_CASE in found and OPEN_CASE in found:
        found.sort(key=lambda each: each != OPEN_CASE)
    return [
        Action(label, url(name, row), style="secondary" if place else "primary")
        for place, (label, name) in enumerate(found)
    ]


def notice_buttons(row: ProblemReport) -> list[tuple[str, str]]:
    """The call, the tenant's rights, and what became of the thought of notice."""
    intention = getattr(row, "intention", None)
    if intention is None:
        thinks = [("Landlord thinks of giving notice", "intention"), ("Notice was given", "serve")]
        return thinks if row.is_open else []
    waiting = {each.kind for each in owed.still(row, owed.to_anybody(row))}
    found = []
    if owed.RING in waiting:
        found.append(("We rang the landlord", "rang"))
    if intention.rights_told_at is None and (row.is_open or owed.RIGHTS in waiting):
        found.append(("We told the tenant their rights", "rights"))
    if row.is_open and intention.outcome == Intention.OPEN:
        found += [("Notice averted", "avert"), ("Notice was given", "serve")]
    return found


def ending_buttons(row: ProblemReport, actor: Actor) -> list[tuple[str, str]]:
    found = []
    if actor.can(Can.WORK_HOUSEHOLDS) and notice_to_pass_on(row):
        found.append(("Put the notice into the case", "household_notice"))
    if REPORT.can(row.state, "escalate") and actor.can(Can.WORK_HOUSEHOLDS):
        found.append(OPEN_CASE)
    if actor.can(Can.WORK_HOUSEHOLDS) and case_to_decide(row):
        found.append(NO_CASE)
    if REPORT.can(row.state, "resolve"):
        found.append(("Resolve", "resolve"))
    if REPORT.can(row.state, "decline") or row.may_decline_still:
        found.append(("Tenant declines help", "decline"))
    if REPORT.can(row.state, "close_no_contact"):
        found.append(("Close: nobody was reached", "close_no_contact"))
    if REPORT.can(row.state, "reopen"):
        found.append(("Open again", "reopen"))
    return found


def marks(row: ProblemReport, actor: Actor) -> list[Action]:
    """Who has it, what the tenant is told, and what keeps the sides apart."""
    found = []
    if row.lead_worker_id != actor.user_id and row.is_open:
        found.append(("Take it over", "take_over"))
    writes = row.household is None or actor.can(Can.WORK_HOUSEHOLDS)
    if row.has_contact_to_confirm and row.erased_at is None and writes:
        found.append(("The contact is the tenant’s", "confirm_contact"))
    found += telling_marks(row)
    if row.is_open:
        found.append(("Keep the sides apart", "apart"))
    if row.barriers and actor.can(Can.SIGN_AS_MANAGER):
        found.append(("Take a mark away", "lift"))
    return [Action(label, url(name, row), style="secondary") for label, name in found]


def telling_marks(row: ProblemReport) -> list[tuple[str, str]]:
    """What others told us is told to the tenant, also when the work is over, unless that is not safe."""
    if not row.told_by_others or row.article_14_sent_at:
        return []
    if row.article_14_withheld:
        return [("Telling is safe now", "safe_to_tell")]
    tell = [] if row.private else [("Tell the tenant", "tell_tenant")]
    return [*tell, ("Telling is not safe", "withhold")]


def warnings(row: ProblemReport) -> list[str]:
    """What an officer must know before they do anything."""
    apart = why_apart(row.barriers_today)
    found = [apart] if apart else []
    if row.private:
        found.append("Private: only its lead worker, the household’s list and managers know of it.")
    if row.article_14_withheld:
        found.append("Telling the tenant is not safe: nothing is written to them about this.")
    rule = contact.rule_of(row.household) if row.household else None
    if rule and rule != ANYTHING_IS_SAFE:
        found.append(DO_NOT_RING if rule.no_call else READ_THE_RULE)
    if row.delete_on and row.erased_at is None:
        found.append(f"Everything personal is deleted on {row.delete_on:%-d %B %Y}, because the tenant declined help.")
    if row.erased_at:
        found.append("Everything personal was deleted, because the tenant declined help.")
    return found


def facts(row: ProblemReport, actor: Actor) -> list[Row]:
    where, postcode = row.where
    found = [
        who_told(row, actor),
        Row("About", row.get_problem_display()),
        Row("Home", ", ".join(filter(None, (where, postcode))) or "Not known"),
        Row("How urgent", priority_tag(row)),
        Row("Proposed", f"{PRIORITY_LABELS[Priority(row.proposed)]}: {'; '.join(row.proposed_because)}"),
        Row("Answer promised by", row.reply_by),
        Row("Answered", row.replied_at or "Not yet"),
        Row("Lead worker", row.lead_worker.name if row.lead_worker else "Nobody yet"),
    ]
    if row.landlord:
        found.append(Row("Landlord", row.landlord.name, open_record("landlord", row.landlord.subject, actor)))
    if row.tenancy:
        found.append(Row("Tenancy", row.tenancy.reference, open_record("tenancy", row.tenancy.subject, actor)))
    if barriers := row.barriers_today:
        found.append(Row("Kept apart because of", [BARRIER_LABELS[Barrier(each)] for each in barriers]))
    if row.outcome:
        found.append(Row("Outcome", row.get_outcome_display()))
    return found


def threads(row: ProblemReport, actor: Actor, works: bool) -> list[dict[str, Any]]:
    """Both conversations, side by side, each with the way to write in it."""
    found = []
    for side, possible, why in (
        (Side.LANDLORD, row.teller is Source.LANDLORD, "The landlord did not report this and does not know of it."),
        (
            Side.TENANT,
            row.tenant_has_page,
            "The tenant cannot read this on the site. Ring or visit, and record the contact.",
        ),
    ):
        waits = row.is_open or (side is Side.LANDLORD and owed.still(row, {owed.ANSWER}))
        address = url(f"write_{side}", row) if works and possible and waits else ""
        found.append(
            {
                "side": side,
                "title": SIDE_LABELS[side],
                "said": thread(row, side, actor),
                "write_url": address,
                "why_not": "" if possible else why,
            }
        )
    return found


def tries(row: ProblemReport) -> Table:
    return Table(
        caption="Contacts tried",
        caption_hidden=True,
        columns=[Column("Day"), Column("Who"), Column("How"), Column("Reached"), Column("Note"), Column("Officer")],
        rows=[
            [
                Cell(attempt.tried_on),
                Cell(SIDE_LABELS[Side(attempt.side)]),
                Cell(CONTACT_LABELS[ContactBy(attempt.by)]),
                Cell(Tag("Yes", "green") if attempt.reached else Tag("No", "grey")),
                Cell(attempt.note),
                Cell(attempt.officer.name if attempt.officer else ""),
            ]
            for attempt in row.attempts.all()
        ],
        empty="Nobody has tried yet.",
    )
