"""What a tenant's own report sets off at once: the call to officers, and the ways of contact that they rule out."""

from datetime import datetime

from core.access.actor import Actor
from core.accounts.selectors import staff
from core.notifications.rules.safe_contact import SafeContact
from households.services import contact, telling
from tenancies.messages import urgent as messages
from tenancies.models import ProblemReport
from tenancies.rules.triage import Priority

ONLY = {
    "call": SafeContact(no_email=True, no_letter=True, no_text=True),
    "text": SafeContact(no_email=True, no_letter=True, no_call=True),
    "wait": SafeContact(no_email=True, no_letter=True, no_text=True, no_call=True),
}
"""What the answer to "how is it safe for us to reach you" rules out."""


def hear_tenant(row: ProblemReport, actor: Actor, at: datetime) -> None:
    """Bar the ways that are not safe for them; when it is red, call those who can help, whatever the hour.

    Of a private report, and of a restricted household, only managers and the officer who has the case hear.
    """
    if row.household and row.answers.get("reach") in ONLY:
        contact.rule_out(household=row.household, rule=ONLY[row.answers["reach"]], actor=actor, at=at)
    if row.proposed != Priority.RED:
        return
    hidden = row.private or bool(row.household and row.household.restricted)
    to = staff.in_role(telling.MANAGER) if hidden else staff.in_role(telling.TRIAGE, telling.MANAGER)
    if hidden and row.household:
        reached = {each.user_id for each in to}
        to += [each for each in staff.called(row.household.lead_officer_id) if each.user_id not in reached]
    telling.ring_officers(messages.act_now(row), to, about=row.subject, at=at)
