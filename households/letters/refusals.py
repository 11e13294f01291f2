"""The words of the letters that come before a refusal may end a duty: what an offer means, and warnings."""

from datetime import date

from core import dates
from core.documents.letter import Block, Bullets, Facts, Heading, Paragraph
from households.models import Household
from households.rules.duty import DutyKind

RING = "Please ring us. Tell us what is wrong: we may have missed something."


def latest_duty(household: Household) -> str:
    duty = household.duties.open().order_by("-satisfied_on").first()
    return f"{duty.kind} duty" if duty else "duty that we owe you"


def refusal_warning(household: Household, about: str, answer_by: date) -> list[Block]:
    """House rule: nobody loses help over a refusal without a warning and time to think again."""
    return [
        Paragraph("You told us that you do not want the home we offered. We think that it is suitable for you."),
        Facts((("The home", about), ("Tell us by", dates.in_words(answer_by)))),
        Paragraph(
            f"If you still say no, we may end the {latest_duty(household)}. "
            "We would write to you first, and you could ask for a review."
        ),
        Paragraph(RING),
    ]


def cooperation_warning(household: Household, about: str, answer_by: date) -> list[Block]:
    """What s193B(4) and (5) ask for: what was refused, what may follow, and a reasonable time."""
    return [
        Paragraph("We agreed or set steps in your plan. We think that you have refused to take one, without a reason."),
        Facts((("What it is", about), ("Please do it, or ring us, by", dates.in_words(answer_by)))),
        Heading("What may happen"),
        Paragraph(
            f"If you go on refusing on purpose and without a good reason, we may give you a notice that ends the "
            f"{latest_duty(household)} (Housing Act 1996 s193B). Before that someone who was not involved looks at "
            "it again, with your needs and what you find hard in mind. You could ask for a review."
        ),
        Paragraph(RING),
    ]


def part_6_offer(household: Household, about: str, answer_by: date) -> list[Block]:
    """What s193(7) asks for, and s193A(5) in relief: that it is final, and what an answer means."""
    relief = household.duties.open().filter(kind=DutyKind.RELIEF).exists()
    no = "If you say no, the duty that we owe you ends" + (
        " and we will owe you no main duty after it (Housing Act 1996 s193A)." if relief else " (s193(7))."
    )
    return [
        Paragraph("This is a final offer of a home of the council or of a housing association. We think it suits you."),
        Facts((("The home", about), ("Tell us by", dates.in_words(answer_by)))),
        Heading("What it means"),
        Bullets(("If you say yes, it is your home and the duty that we owe you ends.", no)),
        Paragraph("You can ask for a review of whether it is suitable, whether you say yes or no."),
    ]


def temporary_offer(_: Household, about: str, answer_by: date) -> list[Block]:
    """What s193(5) asks for before a refusal of temporary accommodation may end the main duty."""
    return [
        Paragraph("We offer you the accommodation below while we look for a lasting home. We think that it suits you."),
        Facts((("The accommodation", about), ("Tell us by", dates.in_words(answer_by)))),
        Heading("What it means"),
        Bullets(
            (
                "If you say yes, you can live there until we offer you a lasting home.",
                "If you say no, the main duty may end (Housing Act 1996 s193(5)). We would write to you first.",
            )
        ),
        Paragraph("You can ask for a review of whether it is suitable, whether you say yes or no."),
    ]
