"""The only writers of landlords."""

from landlords.services.meetings import ask_to_meet, meeting_arranged
from landlords.services.registrations import (
    activate,
    answer,
    ask_for_more,
    close,
    park,
    recipient,
    recommend,
    register,
    reinstate,
    suspend,
    tell,
)
from landlords.services.reopening import reopen, reopen_enquiry
from landlords.services.sending import register_draft

__all__ = [
    "activate",
    "answer",
    "ask_for_more",
    "ask_to_meet",
    "close",
    "meeting_arranged",
    "park",
    "recipient",
    "recommend",
    "register",
    "register_draft",
    "reinstate",
    "reopen",
    "reopen_enquiry",
    "suspend",
    "tell",
]
