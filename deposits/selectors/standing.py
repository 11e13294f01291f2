"""What a reader is told of a guarantee that is over: whether, until when and how they can still claim."""

from dataclasses import replace
from datetime import date

from core import dates
from core.access.actor import Actor
from core.deadlines.strips import HOLDER_OF
from core.states import Colour, State
from core.ui.components import Row, Tag
from deposits.models import Guarantee, SchemeApplication
from deposits.rules.application import APPLICATION, ApplicationState
from deposits.rules.guarantee import GuaranteeState, claim_last_day, late_claim_last_day

OVER = "The time to claim is over. Nothing more happens."
STILL_STANDS = "It covers what happened before it ended. If something did, ring us now."
STILL_STANDS_FOR_THEM = "It covers what happened before it ended. The landlord rings us if something did."
CLAIMS_OPEN = "Ended, claims still open"


def next_step(row: Guarantee, actor: Actor, on: date) -> str:
    """What a guarantee that has ended still brings; nothing to add for one in force or void."""
    if row.state != GuaranteeState.ENDED:
        return ""
    ended_on = row.tenancy.ended_on
    if ended_on is None:
        return STILL_STANDS_FOR_THEM if actor.is_officer else STILL_STANDS
    last, late = claim_last_day(ended_on, row.terms), late_claim_last_day(ended_on, row.terms)
    if on <= last:
        who = "The landlord" if actor.is_officer else "You"
        return f"{who} can claim until {dates.in_words(last)} for what happened before it ended."
    if on <= late:
        told = "them, they tell us" if actor.is_officer else "you, tell us"
        return f"The time to claim is over. If something stopped {told} why by {dates.in_words(late)}."
    return OVER


def claim_rows(row: Guarantee) -> list[Row]:
    """The last days to claim, once the tenancy has ended, and why a void guarantee is void."""
    if row.state == GuaranteeState.VOID:
        return [Row("Why it is void", row.void_because)]
    ended_on = row.tenancy.ended_on
    if row.state != GuaranteeState.ENDED or ended_on is None:
        return []
    return [
        Row("Last day to claim", claim_last_day(ended_on, row.terms)),
        Row("Last day with a good reason for being late", late_claim_last_day(ended_on, row.terms)),
    ]


def application_state(row: SchemeApplication, actor: Actor, on: date) -> State:
    """The application as it stands, in this reader's words: in force only while its guarantee is.

    Between the end of the guarantee and the last day to claim it says so. Reads the guarantee and its
    tenancy, so select both for a list.
    """
    state = APPLICATION.state(row.state).to(HOLDER_OF.get(actor.kind))
    guarantee: Guarantee | None = getattr(row, "guarantee", None)
    if row.state != ApplicationState.IN_FORCE or guarantee is None or guarantee.state == GuaranteeState.ACTIVE:
        return state
    return replace(state, label=CLAIMS_OPEN, next_step=next_step(guarantee, actor, on), colour=Colour.GREY)


def application_tag(row: SchemeApplication, actor: Actor, on: date) -> Tag:
    state = application_state(row, actor, on)
    return Tag(state.label, state.colour)
