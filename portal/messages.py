from datetime import date

from django.conf import settings
from django.urls import reverse

from core import dates
from core.notifications.rules.message import Message


def unfinished(name: str, removed_on: date) -> Message:
    return Message(
        template="portal/unfinished",
        subject="You have not finished what you began",
        body=(
            f"Dear {name}\n\n"
            f"You began to answer our questions three weeks ago and have not sent your answers to us yet. "
            f"We have kept them for you.\n\n"
            f"Sign in to go on where you stopped: {settings.SITE_URL}{reverse('front_door')}\n\n"
            f"If you do nothing, we remove your answers on {dates.in_words(removed_on)}. "
            f"You can begin again whenever you like. If you need help, ring us on {settings.COUNCIL_TELEPHONE}."
        ),
    )
