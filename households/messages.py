from datetime import date

from core import dates
from core.notifications.rules.message import Message
from households.models import Household, Plan, StatutoryLetter


def told_us(household: Household, *, reply_by: date, telephone: str) -> Message:
    """Says nothing of what was told, nor of housing: whoever else reads it learns that something was sent to us."""
    reply = f"Someone will try to reach you by {dates.in_words(reply_by)}, in the way you chose."
    ring = f" You can ring us before then on {telephone}." if telephone else ""
    return Message(
        template="told_us",
        subject=f"We have your message: {household.reference}",
        body=f"Thank you for your message. {reply}{ring}\n\nYour reference is {household.reference}.",
    )


def ring_now(household: Household) -> Message:
    """To officers, by any channel: it names nobody and says nothing but that somebody has to act."""
    return Message(
        template="ring_now",
        subject=f"Act now: {household.reference}",
        body=(
            "Someone has told us that they have nowhere tonight, or that they may not be safe. "
            f"Sign in and open {household.reference}. Read first how it is safe to reach them. Then try at once, "
            "unless somebody has taken it up already."
        ),
        urgent=True,
    )


def letter_ready(letter: StatutoryLetter) -> Message:
    return Message(
        template="letter_ready",
        subject=f"A letter from your housing officer: {letter.reference}",
        body=(
            f"Dear {letter.household.name}\n\n"
            "There is a letter for you. Sign in to read it, or ask us for it on paper.\n\n"
            "If anything in it is not clear, ring us."
        ),
    )


def plan_made(plan: Plan) -> Message:
    return Message(
        template="plan_made",
        subject=f"Your housing plan: {plan.reference}",
        body=(
            f"Dear {plan.household.name}\n\n"
            "Your housing plan is ready. It says what you do, what we do and by when. "
            "Sign in to read it, or ask us for it on paper.\n\n"
            "If a step is not right for you, tell us. We can change it."
        ),
    )
