"""What we write about a report. Subject lines and bodies say nothing that a stranger may not read."""

from datetime import date, datetime

from core import dates
from core.notifications.rules.message import Message
from landlords.models import Landlord
from tenancies.models import ProblemReport
from tenancies.rules.report import LANDLORD_HEARS


def clock(moment: datetime) -> str:
    """ "5pm on Monday 23 November 2026"."""
    at = dates.london(moment)
    hour = f"{at.hour % 12 or 12}{'am' if at.hour < 12 else 'pm'}"
    return f"{hour} on {dates.in_words(at.date())}"


def landlord_receipt(report: ProblemReport, landlord: Landlord, ring_by: datetime | None) -> Message:
    promise = (
        f"We ring you by {clock(ring_by)}." if ring_by else f"You hear from us by {dates.in_words(report.reply_by)}."
    )
    return Message(
        template="report_received_landlord",
        subject=f"We have your report: {report.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"Thank you for telling us early. Your reference is {report.reference}.\n\n"
            f"What happens next: an officer reads what you told us. {promise}\n\n"
            "Sign in to read our answers and to add anything."
        ),
    )


def acted(report: ProblemReport, landlord: Landlord) -> Message:
    return Message(
        template="report_acted_landlord",
        subject=f"We have acted on your report: {report.reference}",
        body=f"Dear {landlord.greeting_name}\n\n{LANDLORD_HEARS}\n\nSign in to write to your officer at any time.",
    )


def tenant_receipt(report: ProblemReport, name: str) -> Message:
    return Message(
        template="report_received_tenant",
        subject=f"We have your message: {report.reference}",
        body=(
            f"Dear {name}\n\n"
            f"Thank you for telling us. Your reference is {report.reference}.\n\n"
            f"What happens next: an officer reads it. You hear from us by {dates.in_words(report.reply_by)}.\n\n"
            "If it cannot wait, ring us."
        ),
    )


def waiting_for_landlord(report: ProblemReport, landlord: Landlord) -> Message:
    return Message(
        template="report_message_landlord",
        subject=f"A message from your officer: {report.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\nYour officer has written to you about {report.reference}. "
            "Sign in to read it and to answer."
        ),
    )


def waiting_for_tenant(report: ProblemReport, name: str) -> Message:
    return Message(
        template="report_message_tenant",
        subject=f"A message from your officer: {report.reference}",
        body=f"Dear {name}\n\nYour officer has written to you. Sign in to read it and to answer, or ring us.",
    )


def rights_of_tenant(report: ProblemReport, name: str, words: str) -> Message:
    return Message(
        template="report_rights_tenant",
        subject=f"Your rights in your home: {report.reference}",
        body=(
            f"Dear {name}\n\n"
            "If you are ever given notice: the date in it is not the day you must leave. Only a court can end your "
            "tenancy. Stay in your home, keep paying what you can, and ring us on the same day. Help is free and "
            "you need no papers.\n\n"
            f"{words}".strip()
        ),
    )


def advised_landlord(report: ProblemReport, landlord: Landlord, words: str) -> Message:
    return Message(
        template="report_advice_landlord",
        subject=f"What we talked about: {report.reference}",
        body=f"Dear {landlord.greeting_name}\n\nWe rang you about {report.reference}. This is our advice:\n\n{words}",
    )


def shared_with_landlord(report: ProblemReport, landlord: Landlord, count: int, first_due: date) -> Message:
    return Message(
        template="report_shared_landlord",
        subject=f"Agreed actions: {report.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\n{_actions(count)} now on your page about {report.reference}. "
            f"The first is for {dates.in_words(first_due)}. Sign in to see who does what by when."
        ),
    )


def shared_with_tenant(report: ProblemReport, name: str, count: int, first_due: date) -> Message:
    return Message(
        template="report_shared_tenant",
        subject=f"Agreed actions: {report.reference}",
        body=(
            f"Dear {name}\n\n{_actions(count)} now shared with your landlord, as you agreed. "
            f"The first is for {dates.in_words(first_due)}. Sign in to see who does what by when."
        ),
    )


def _actions(count: int) -> str:
    return "One agreed action is" if count == 1 else f"{count} agreed actions are"


def finished_for_landlord(report: ProblemReport, landlord: Landlord) -> Message:
    return Message(
        template="report_finished_landlord",
        subject=f"Our work on your report is finished: {report.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\nOur work on your report is finished. "
            "If there is a new problem, tell us early: it takes two minutes."
        ),
    )


def finished_for_tenant(report: ProblemReport, name: str) -> Message:
    return Message(
        template="report_finished_tenant",
        subject=f"We have finished this: {report.reference}",
        body=f"Dear {name}\n\nWe have finished our work on this. You can tell us again at any time, about anything.",
    )
