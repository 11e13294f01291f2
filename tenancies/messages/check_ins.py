from core import dates
from core.notifications.rules.message import Message
from tenancies.models import CheckIn


def question(row: CheckIn, link: str) -> Message:
    """The link to one question. It names no person, no home and no trouble: others may read it over a shoulder."""
    return Message(
        template="check_in",
        subject="How is it going? One question from us",
        body=(
            "Hello\n\nWe would like to know how it is going. It is one question and takes less than a minute:\n\n"
            f"{link}\n\n"
            f"The link works once, until {dates.in_words(row.open_to)}.\n\n"
            "What happens next: if all is well, nothing. If you are worried, or we do not hear from you, "
            "an officer gets in touch. You can also ring us at any time."
        ),
        secret=True,
    )
