"""The life of a report about a tenancy, from the first word to its end ("Call before you serve")."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move


class ReportState(StrEnum):
    RECEIVED = "received"
    TRIAGED = "triaged"
    CONTACTED = "contacted"
    PLAN_AGREED = "plan_agreed"
    MONITORING = "monitoring"
    RESOLVED = "resolved"
    ESCALATED = "escalated_to_case"
    NOTICE_SERVED = "notice_served"
    CLOSED_NO_CONTACT = "closed_no_contact"


R = ReportState
WORKING = (R.TRIAGED, R.CONTACTED, R.PLAN_AGREED, R.MONITORING)
OPEN = (R.RECEIVED, *WORKING, R.NOTICE_SERVED)

REPORT = Machine(
    "report",
    R.RECEIVED,
    [
        State(
            R.RECEIVED,
            "Received",
            Holder.COUNCIL,
            "An officer reads it and says how urgent it is.",
        ),
        State(
            R.TRIAGED,
            "Being worked on",
            Holder.COUNCIL,
            "The lead worker answers whoever told us, and reaches the tenant.",
            colour=Colour.AMBER,
        ),
        State(
            R.CONTACTED,
            "Tenant reached",
            Holder.COUNCIL,
            "The lead worker agrees actions with each side, and looks again every 14 days.",
        ),
        State(
            R.PLAN_AGREED,
            "Plan agreed",
            Holder.COUNCIL,
            "Everyone does what was agreed. The lead worker looks again every 14 days.",
        ),
        State(
            R.MONITORING, "Watched", Holder.COUNCIL, "The lead worker looks again every 14 days until it is settled."
        ),
        State(R.RESOLVED, "Resolved", Holder.NOBODY, "Nothing more happens.", colour=Colour.GREEN, terminal=True),
        State(
            R.ESCALATED,
            "Now a household’s case",
            Holder.NOBODY,
            "The work goes on in the household’s record.",
            colour=Colour.GREY,
            terminal=True,
        ),
        State(
            R.NOTICE_SERVED,
            "Notice given",
            Holder.COUNCIL,
            "The lead worker tells the tenant their rights and opens a case.",
            "The date in the notice comes closer.",
            Colour.RED,
        ),
        State(
            R.CLOSED_NO_CONTACT,
            "Closed: no contact",
            Holder.NOBODY,
            "Nothing more happens, unless they ring us.",
            colour=Colour.GREY,
            terminal=True,
        ),
    ],
    [
        move("triage", [R.RECEIVED, R.TRIAGED], R.TRIAGED, "Say how urgent it is"),
        move("reach", [R.TRIAGED], R.CONTACTED, "The tenant was reached"),
        move("agree_plan", [R.CONTACTED, R.MONITORING], R.PLAN_AGREED, "Agree the plan"),
        move("review", [R.CONTACTED, R.PLAN_AGREED, R.MONITORING], R.MONITORING, "Look again"),
        move("serve_notice", [R.RECEIVED, *WORKING], R.NOTICE_SERVED, "Notice was given"),
        move("plan_after_notice", [R.NOTICE_SERVED], R.NOTICE_SERVED, "Agree the plan"),
        move("review_after_notice", [R.NOTICE_SERVED], R.NOTICE_SERVED, "Look again"),
        move("resolve", [*WORKING, R.NOTICE_SERVED], R.RESOLVED, "Resolve"),
        move("decline", OPEN, R.RESOLVED, "The tenant declines help"),
        move("escalate", [*WORKING, R.NOTICE_SERVED], R.ESCALATED, "Open a case"),
        move("close_no_contact", [R.TRIAGED, R.NOTICE_SERVED], R.CLOSED_NO_CONTACT, "Close: nobody was reached"),
        move("reopen", [R.RESOLVED, R.CLOSED_NO_CONTACT], R.TRIAGED, "Open again"),
    ],
)


class Side(StrEnum):
    """The two sides of a tenancy. Each has its own thread with the officer."""

    LANDLORD = "landlord"
    TENANT = "tenant"


SIDE_LABELS = {Side.LANDLORD: "The landlord or agent", Side.TENANT: "The tenant"}


class Owner(StrEnum):
    """Who does an agreed action."""

    LANDLORD = "landlord"
    TENANT = "tenant"
    COUNCIL = "council"


OWNER_LABELS = {Owner.LANDLORD: "The landlord or agent", Owner.TENANT: "The tenant", Owner.COUNCIL: "The council"}


class ContactBy(StrEnum):
    TELEPHONE = "telephone"
    TEXT = "sms"
    EMAIL = "email"
    LETTER = "letter"
    VISIT = "visit"


CONTACT_LABELS = {
    ContactBy.TELEPHONE: "Telephone",
    ContactBy.TEXT: "Text message",
    ContactBy.EMAIL: "E-mail",
    ContactBy.LETTER: "Letter",
    ContactBy.VISIT: "Visit",
}


class Outcome(StrEnum):
    SETTLED = "settled"
    ARREARS_PLAN = "arrears_plan"
    DIRECT_PAYMENT = "direct_payment"
    REPAIRED = "repaired"
    NOTICE_AVERTED = "notice_averted"
    MOVED = "moved"
    NO_HELP_NEEDED = "no_help_needed"
    DECLINED = "declined"


OUTCOME_LABELS = {
    Outcome.SETTLED: "Settled between them",
    Outcome.ARREARS_PLAN: "A plan for the arrears is kept to",
    Outcome.DIRECT_PAYMENT: "The rent is paid straight to the landlord",
    Outcome.REPAIRED: "The repair is done",
    Outcome.NOTICE_AVERTED: "Notice was not given, or was taken back",
    Outcome.MOVED: "The tenant moved, as they wanted",
    Outcome.NO_HELP_NEEDED: "Nothing was needed",
    Outcome.DECLINED: "The tenant did not want help",
}


class Intention(StrEnum):
    """What became of a landlord's thought of giving notice."""

    OPEN = "open"
    AVERTED = "averted"
    SERVED = "served"
    NOT_KNOWN = "not_known"


BECAME_LABELS = {
    Intention.AVERTED: "Notice was not given, or was taken back",
    Intention.SERVED: "Notice was given",
    Intention.NOT_KNOWN: "We do not know",
}
"""What can have become of it, once we no longer follow it."""
INTENTION_LABELS = {Intention.OPEN: "Not known yet"} | BECAME_LABELS


LANDLORD_HEARS = "We have acted on your report. We will share what your tenant agrees to."
"""All that a landlord hears of what we do. It is the same whoever the tenant is and whatever they said."""

LANDLORD_NEXT = "Your officer works on this. We will share what your tenant agrees to."

LEAST_ATTEMPTS, LEAST_CHANNELS = 3, 2


@dataclass(frozen=True)
class Attempt:
    """One try to reach the tenant."""

    by: ContactBy
    on: date
    reached: bool


def why_not_closed(attempts: Iterable[Attempt]) -> str:
    """What is still to try before a report may be closed because nobody was reached; empty when enough was.

    Source: the council's policy of three tries in two different ways.
    """
    tries = list(attempts)
    if any(attempt.reached for attempt in tries):
        return "The tenant was reached. Resolve the report instead."
    channels = Counter(attempt.by for attempt in tries)
    if len(channels) < LEAST_CHANNELS:
        return "Try to reach the tenant in another way first: by telephone and by letter, for example."
    if len(tries) < LEAST_ATTEMPTS:
        return f"Try at least {LEAST_ATTEMPTS} times first. {len(tries)} so far."
    return ""


class Stage(StrEnum):
    """Where the work on a report goes on when it becomes a household's case."""

    PRE_PREVENTION = "pre_prevention"
    ASSESSMENT = "assessment"


STAGE_LABELS = {
    Stage.PRE_PREVENTION: "Pre-prevention: help before any duty is owed",
    Stage.ASSESSMENT: "Assessment now: a duty may be owed",
}


def propose_stage(notice_ends_on: date | None, on: date, *, urgent: bool) -> Stage:
    """Assessment when a notice ends within 56 days (HA 1996 s175(5)) or the home is being lost now."""
    close = notice_ends_on is not None and notice_ends_on <= on + timedelta(days=56)
    return Stage.ASSESSMENT if close or urgent else Stage.PRE_PREVENTION


def for_landlord(value: str, *, waits: bool = False) -> State:
    """A state in the only words that a landlord reads: with us, acted on, finished.

    It is not finished while the landlord `waits` for our answer or our call. A report that led to a case,
    one closed because nobody was reached and one the tenant did not want help with read the same: the
    landlord never learns which.
    """
    if value == R.RECEIVED:
        return State(R.RECEIVED, "With us", Holder.COUNCIL, "An officer reads your report and answers you.", "Ring us.")
    if value in OPEN or waits:
        return State(R.TRIAGED, "We are on it", Holder.COUNCIL, LANDLORD_NEXT)
    return State(
        R.RESOLVED,
        "Finished",
        Holder.NOBODY,
        "Our work on your report is finished. If there is a new problem, tell us.",
        colour=Colour.GREY,
        terminal=True,
    )


def for_tenant(value: str) -> State:
    """A state in the tenant's words."""
    if value == R.RECEIVED:
        return State(
            R.RECEIVED, "With us", Holder.COUNCIL, "An officer reads this and gets in touch with you.", "Ring us."
        )
    if value in (R.TRIAGED, R.CONTACTED):
        return State(R.TRIAGED, "We are on it", Holder.COUNCIL, "Your officer talks with you about what would help.")
    if value in OPEN:
        return State(
            R.PLAN_AGREED,
            "We are on it",
            Holder.COUNCIL,
            "Everyone does what was agreed. Your officer looks again with you.",
        )
    if value == R.ESCALATED:
        return State(
            R.ESCALATED,
            "Part of your case",
            Holder.NOBODY,
            "Your housing officer goes on with this in your plan.",
            colour=Colour.GREY,
        )
    return State(
        R.RESOLVED,
        "Finished",
        Holder.NOBODY,
        "Nothing more happens. You can tell us again at any time.",
        colour=Colour.GREY,
        terminal=True,
    )
