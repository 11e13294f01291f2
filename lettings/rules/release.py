"""Asking the landlord of a household's present home to let them go early, in writing.

A tenant owes two months' notice unless the landlord agrees to less in writing; of joint tenants every one
must be party to it (Protection from Eviction Act 1977 s5(1ZA), (1ZB); Renters' Rights Act 2025 s20). While they
are bound, no final offer stands (Housing Act 1996 s193A(6), (7)).
"""

from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move

REPLY_WORKING_DAYS = 3


class ReleaseState(StrEnum):
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


RELEASE = Machine(
    "early release",
    ReleaseState.ASKED,
    [
        State(
            ReleaseState.ASKED,
            "Landlord asked",
            Holder.COUNCIL,
            "The officer rings the landlord of their present home and records the reply.",
            "No offer can be final. An ordinary one stands.",
        ),
        State(
            ReleaseState.AGREED,
            "Released in writing",
            Holder.NOBODY,
            "They owe nothing for their present home from the day agreed. An offer from then on may be final.",
            colour=Colour.GREEN,
            terminal=True,
        ),
        State(
            ReleaseState.DECLINED,
            "Not released",
            Holder.NOBODY,
            "They stay bound to their present home. An ordinary offer stands.",
            colour=Colour.GREY,
            terminal=True,
        ),
    ],
    [
        move("agree", [ReleaseState.ASKED], ReleaseState.AGREED, "The landlord agreed in writing"),
        move("decline", [ReleaseState.ASKED], ReleaseState.DECLINED, "The landlord did not agree"),
    ],
)


def all_of(tenants: list[str]) -> str:
    """ "Joyce Whitaker and Raymond Whitaker"."""
    *most, last = tenants
    return f"{', '.join(most)} and {last}" if most else last
