"""A tenancy that the council arranged: assured and periodic from its first day (RRA 2025 s1)."""

from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move


class TenancyState(StrEnum):
    STARTED = "started"
    ENDED = "ended"


TENANCY = Machine(
    "tenancy",
    TenancyState.STARTED,
    [
        State(
            TenancyState.STARTED,
            "Started",
            Holder.COUNCIL,
            "Your officer checks in with you both in the first week.",
            "Tell us at once if anything is wrong.",
            Colour.GREEN,
        ),
        State(TenancyState.ENDED, "Ended", Holder.NOBODY, "Nothing more happens.", colour=Colour.GREY, terminal=True),
    ],
    [move("end", [TenancyState.STARTED], TenancyState.ENDED, "End the tenancy")],
)

MOVE_IN_CHECKS = {
    "written_statement": "The tenant has the written statement of terms",
    "certificates_given": "The tenant has the gas, electrical and energy certificates",
    "alarms_tested": "Smoke and carbon monoxide alarms were tested today",
    "meters_read": "The meters were read",
    "benefit_claim": "The benefit claim for the rent is made",
    "direct_payment": "Direct payment of the rent was asked for",
}
REQUIRED_BEFORE_KEYS = frozenset({"written_statement", "alarms_tested"})
