"""A tenancy that the council arranged: assured and periodic from its first day (RRA 2025 s1)."""

from datetime import date
from enum import StrEnum

from core import dates
from core.states import Colour, Holder, Machine, State, move


class TenancyState(StrEnum):
    STARTED = "started"
    SETTLED = "settled"
    AT_RISK = "at_risk"
    NOTICE_SERVED = "notice_served"
    ENDING = "ending"
    ENDED = "ended"


T = TenancyState
STANDING = (T.STARTED, T.SETTLED, T.AT_RISK)
LIVE = (*STANDING, T.NOTICE_SERVED, T.ENDING)

ATTENDED = {
    "tenancy_risk_review": "We looked again",
    "read_notice": "We read the notice with the tenant",
    "notice_review": "We asked both what came of the notice",
    "agree_ending": "The ending is agreed",
    "arrears": "We talked about the arrears",
}
"""What waits until an officer says what came of it, and the title of the page for it."""

NOTICE_CLOCK = ("read_notice", "notice_review", "agree_ending", "end_tenancy")
"""What a notice asks for leads, whatever else about the tenancy is late: its date does not wait."""

TENANCY = Machine(
    "tenancy",
    T.STARTED,
    [
        State(
            T.STARTED,
            "Started",
            Holder.COUNCIL,
            "Your officer checks in with you both in the first weeks.",
            "Tell us at once if anything is wrong.",
            Colour.GREEN,
        ),
        State(
            T.SETTLED,
            "Settled",
            Holder.NOBODY,
            "The tenancy goes on. We ask how it goes once more, a year after it began.",
            "Tell us at once if anything is wrong.",
            Colour.GREEN,
        ),
        State(
            T.AT_RISK,
            "Needs help to last",
            Holder.COUNCIL,
            "An officer works with the household and the landlord so that the tenancy can go on.",
            "Look at it again within 14 days.",
            Colour.AMBER,
        ),
        State(
            T.NOTICE_SERVED,
            "Notice given by the landlord",
            Holder.COUNCIL,
            "An officer reads the notice with the tenant and asks you both what comes of it. "
            "The date in it is not the day to leave.",
            "Only a court can end the tenancy against the tenant's will.",
            Colour.RED,
        ),
        State(
            T.ENDING,
            "Ending: the tenant gave notice",
            Holder.COUNCIL,
            "We agree the last day, the keys and the inventory with both.",
            "The tenancy ends on the day in the notice.",
        ),
        State(T.ENDED, "Ended", Holder.NOBODY, "Nothing more happens.", colour=Colour.GREY, terminal=True),
    ],
    [
        move("settle", [T.STARTED], T.SETTLED, "Record that it lasted six months"),
        move("put_at_risk", [T.STARTED, T.SETTLED], T.AT_RISK, "Say that it needs help"),
        move("recover", [T.AT_RISK], T.STARTED, "Say that it stands again"),
        move("serve_notice", STANDING, T.NOTICE_SERVED, "Record the landlord's notice"),
        move("withdraw_notice", [T.NOTICE_SERVED], T.STARTED, "Record that the notice was taken back"),
        move("tenant_notice", [*STANDING, T.NOTICE_SERVED], T.ENDING, "Record the tenant's notice"),
        move("stay", [T.ENDING], T.STARTED, "Record that the tenant stays"),
        move("end", LIVE, T.ENDED, "End the tenancy"),
    ],
)


class EndCause(StrEnum):
    """Why a tenancy ended."""

    TENANT_NOTICE = "tenant_notice"
    SURRENDER = "agreed_surrender"
    GROUND = "landlord_ground"
    COURT_ORDER = "court_order"
    ABANDONMENT = "abandonment"
    DEATH = "death"
    TRANSFERRED = "transferred"


END_CAUSES = {
    EndCause.TENANT_NOTICE: "The tenant gave notice",
    EndCause.SURRENDER: "Both agreed to end it",
    EndCause.GROUND: "The tenant left after the landlord's notice",
    EndCause.COURT_ORDER: "A court ordered it",
    EndCause.ABANDONMENT: "The tenant had gone",
    EndCause.DEATH: "The tenant died",
    EndCause.TRANSFERRED: "The tenancy passed to somebody else",
}
NEEDS_A_GROUND = frozenset({EndCause.GROUND, EndCause.COURT_ORDER})

MOVE_IN_CHECKS = {
    "written_statement": "The tenant has the written statement of terms",
    "certificates_given": "The tenant has the gas, electrical and energy certificates",
    "alarms_tested": "Smoke and carbon monoxide alarms were tested today",
    "meters_read": "The meters were read",
    "benefit_claim": "The benefit claim for the rent is made",
    "direct_payment": "Direct payment of the rent was asked for",
}
STILL_TO_DO = {
    "certificates_given": "give the tenant the gas, electrical and energy certificates",
    "meters_read": "read the meters",
    "benefit_claim": "see that the benefit claim for the rent is made",
    "direct_payment": "ask for direct payment of the rent",
}
"""What is left of the list after the keys, as something to do. The rest of it comes before them."""
REQUIRED_BEFORE_KEYS = frozenset({"written_statement", "alarms_tested"})


def settled_on(started_on: date, months: int) -> date:
    """The first day on which a tenancy has lasted so many months, its first day counted.

    Six months from 21 May end at the end of 20 November: it has lasted them on 21 November.
    """
    return dates.add_months(started_on, months)
