"""What an earlier private offer means for the duties, in words with their source."""

from datetime import date

from core import dates
from core.access.actor import Actor, Can
from core.rulebook.selectors import policy
from core.ui.components import Action, Row, Tag
from households.models import Duty, EarlierOffer, Household
from households.rules import reapplication as rules
from households.rules.duty import Decision, DutyKind, DutyState
from households.selectors.urls import url

TITLE = "Asked again after a private offer (s195A)"
INTERIM_SETTING = "interim_duty_for_saved_reapplications"
INTERIM = {
    True: "Accommodation until the decision: whatever the priority need (s188(1A), as our rulebook reads it).",
    False: "Accommodation until the decision: only with apparent priority need (s188(1); our rulebook reads s188(1A) "
    "as gone).",
}


def of(household: Household) -> EarlierOffer | None:
    return getattr(household, "earlier_offer", None)


def applied_on(household: Household) -> date:
    """The day of their present application: the last time they asked for help."""
    first, offer = household.application_on or household.approach_on, of(household)
    return max(first, offer.applied_on) if offer else first


def disregards_need(household: Household) -> bool:
    """Whether the main duty follows relief whatever the priority need."""
    offer = of(household)
    return rules.disregards_need(offer.facts() if offer else None)


def meaning(offer: EarlierOffer) -> str:
    """The right and its last day, or why there is none."""
    last = rules.until(offer.accepted_on)
    return rules.bar(offer.facts()) or (f"The right to apply again holds to {dates.in_words(last)}." if last else "")


def finding_row(household: Household, actor: Actor) -> Row:
    """The earlier offer among the findings, with the way to record it."""
    offer = of(household)
    action = None
    if actor.can(Can.SIGN_LETTERS):
        link = url("earlier_offer", household.reference)
        action = Action("Change" if offer else "Record", link, hidden="an earlier private offer")
    if offer is None:
        return Row(TITLE, Tag("None recorded", "grey"), action)
    said = f"Accepted {dates.short(offer.accepted_on)}, asked again {dates.short(offer.applied_on)}."
    tag = Tag("No right", "grey") if rules.bar(offer.facts()) else Tag("Priority need does not matter", "blue")
    return Row(TITLE, [tag, meaning(offer), offer.known_from], action, note=said)


def duty_rows(duty: Duty, on: date) -> list[Row]:
    """What the earlier offer means for an open relief duty; nothing when there is no right."""
    household = duty.household
    if duty.kind != DutyKind.RELIEF or duty.state != DutyState.OPEN or not disregards_need(household):
        return []
    words = ["The main duty follows relief whatever the priority need, unless you find them homeless intentionally."]
    if household.priority_need != Decision.YES:
        words.append("Relief does not end by itself without priority need: a notice ends it (s189B(4), (7)).")
    words.append(INTERIM[policy.yes(INTERIM_SETTING, on)])
    return [Row("Asked again after a private offer", words, note=rules.SOURCE)]
