"""What an officer may not do alone: asked for with reasons, signed or sent back by a manager who did not ask.

House rule, after the letters that need a manager in the published workflow; for non-cooperation SI 2018/223 reg 3.
"""

from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move

WORKING_DAYS = 2


class Act(StrEnum):
    """What is done on signing."""

    END_DUTY = "end_duty"


ACT_LABELS = {Act.END_DUTY: "End a duty"}


class SignatureState(StrEnum):
    ASKED = "asked"
    SIGNED = "signed"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"


S = SignatureState

SIGNATURE = Machine(
    "request for a signature",
    S.ASKED,
    [
        State(
            S.ASKED,
            "Waiting for a manager",
            Holder.COUNCIL,
            "A manager who did not ask for it reads the reasons and signs, or sends it back with a reason.",
            "Nothing changes until it is signed.",
        ),
        State(
            S.SIGNED,
            "Signed",
            Holder.NOBODY,
            "It was done when the manager signed.",
            colour=Colour.GREEN,
            terminal=True,
        ),
        State(
            S.SENT_BACK,
            "Sent back",
            Holder.NOBODY,
            "Nothing was done. The officer can ask again with what the manager wants to see.",
            colour=Colour.GREY,
            terminal=True,
        ),
        State(S.WITHDRAWN, "Taken back", Holder.NOBODY, "Nothing was done.", colour=Colour.GREY, terminal=True),
    ],
    [
        move("sign", [S.ASKED], S.SIGNED, "Sign"),
        move("send_back", [S.ASKED], S.SENT_BACK, "Send back"),
        move("withdraw", [S.ASKED], S.WITHDRAWN, "Take back"),
    ],
)


def senior_enough(signer: int, asker: int) -> bool:
    """Whether someone of this seniority may sign what one of that seniority asked for.

    Never a junior. A manager may sign another manager’s request: at least as senior is what SI 2018/223
    reg 3 asks for, and the one who asked never signs.
    """
    return signer >= asker
