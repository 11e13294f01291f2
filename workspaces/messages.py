from core import dates
from core.deadlines.models import Deadline
from core.notifications.rules.message import Message


def is_late(deadline: Deadline, label: str) -> Message:
    """To a manager. It names the record by its reference alone."""
    reference = deadline.subject_reference
    return Message(
        template="is_late",
        subject=f"Late: {reference}",
        body=(
            f"{label} {reference}: the council had to {deadline.what} by {dates.in_words(deadline.due_on)}. "
            "It is not done.\n\n"
            "What you do: sign in, open the record, and see that someone does it today."
        ),
    )
