"""One form about one tenancy concern, and what its fields begin with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from core.access.actor import Can
from core.rulebook.selectors import policy
from core.ui.forms import RecordForm
from tenancies.forms import report_actions as forms
from tenancies.models import ProblemReport
from tenancies.rules.problem import Source
from tenancies.rules.report import Intention, Side
from tenancies.services import ending

FormOf = Callable[[ProblemReport], Any]
Initial = Callable[[ProblemReport, date], dict[str, Any]]
Words = Callable[[ProblemReport, date], tuple[str, str]]
"""What stands above the form and what is said after it, where they depend on the report."""

DAY_SET = "The day of deletion is on the record."


@dataclass(frozen=True)
class Act:
    """One form about one report: its title, its button, what it says before and after, and what it does."""

    title: str
    button: str
    form: type[RecordForm] | None
    service: Callable[..., Any]
    said: str
    intro: str = ""
    words: Words | None = None
    form_of: FormOf | None = None
    initial: Initial | None = None
    to_list: bool = False
    needs: Can = Can.WORK_REPORTS


def proposed(row: ProblemReport, _on: date) -> dict[str, Any]:
    return {"priority": row.priority or row.proposed, "lead": True}


def tried_today(_row: ProblemReport, on: date) -> dict[str, Any]:
    return {"tried_on": on, "side": Side.TENANT}


def agreed_today(_row: ProblemReport, on: date) -> dict[str, Any]:
    return {"agreed_on": on}


def served_today(_row: ProblemReport, on: date) -> dict[str, Any]:
    return {"served_on": on}


def stage_today(row: ProblemReport, on: date) -> dict[str, Any]:
    return {"stage": ending.proposed_stage(row, on)}


def landlord_hears(row: ProblemReport) -> str:
    if row.teller is Source.LANDLORD:
        return "The landlord hears only that it is finished."
    return "The landlord does not know of it, and hears nothing."


def resolving(row: ProblemReport, _on: date) -> tuple[str, str]:
    tenant = (
        "The tenant hears only that it is finished."
        if row.tenant_has_page
        else "The tenant is not written to: tell them yourself, if that is safe."
    )
    return f"{tenant} {landlord_hears(row)}", "Resolved."


def declining(row: ProblemReport, on: date) -> tuple[str, str]:
    only = landlord_hears(row)
    if not row.told_by_others:
        return f"What the tenant told us themselves is kept. Nobody else told us anything. {only}", "Closed."
    goes = f"What others told us about them is deleted {policy.number('declined_report_days', on)} days from now."
    if not row.is_open:
        return f"{goes} How it ended stays as it is. The landlord hears nothing.", DAY_SET
    return f"{goes} {only}", f"Closed. {DAY_SET}"


def share_form(row: ProblemReport) -> Any:
    waiting = [action for action in row.actions.all() if action.shared_at is None and action.dropped_at is None]
    return partial(forms.ShareForm, actions=waiting)


def ending_form(form: type[forms.EndingForm]) -> FormOf:
    def of(row: ProblemReport) -> Any:
        intention = getattr(row, "intention", None)
        return partial(form, follows=bool(intention and intention.outcome == Intention.OPEN))

    return of


def lift_form(row: ProblemReport) -> Any:
    return partial(forms.LiftForm, barriers=row.barriers)
