from datetime import date

from core import dates
from core.notifications.rules.message import Message
from landlords.models import Landlord


def registration_received(landlord: Landlord, reply_by: date) -> Message:
    return Message(
        template="landlord_registration_received",
        subject=f"We have your registration: {landlord.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"Thank you for registering. Your reference is {landlord.reference}.\n\n"
            f"What happens next: a landlord liaison officer checks your registration. "
            f"You will hear from us by {dates.in_words(reply_by)}.\n\n"
            f"You can add your homes now. You do not need to wait for us."
        ),
    )


def activated(landlord: Landlord, officer_name: str) -> Message:
    return Message(
        template="landlord_activated",
        subject=f"Your registration is active: {landlord.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"We have checked your registration and it is active.\n\n"
            f"Your landlord liaison officer is {officer_name}.\n\n"
            f"What you can do next: add a home, send its certificates, and apply for a deposit guarantee. "
            f"Sign in to see what happens next and by when."
        ),
    )


def more_needed(landlord: Landlord, question: str) -> Message:
    return Message(
        template="landlord_more_needed",
        subject=f"We need one more thing: {landlord.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"We need to know more before we can finish checking your registration:\n\n"
            f"{question}\n\n"
            f"What happens next: sign in and answer. We then check again and write to you within 5 working days."
        ),
    )


def suspended(landlord: Landlord, reason: str) -> Message:
    return Message(
        template="landlord_suspended",
        subject=f"Your registration is suspended: {landlord.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"We have suspended your registration. The reason is: {reason.lower()}.\n\n"
            f"You cannot start new lets or new guarantees. Anything we already owe you is still paid.\n\n"
            f"If you think this is wrong, you can ask a manager who was not involved to look at it again. "
            f"Ring us or reply within 21 days."
        ),
    )


def reinstated(landlord: Landlord) -> Message:
    return Message(
        template="landlord_reinstated",
        subject=f"Your registration is active again: {landlord.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"Your registration is active again. You can offer homes and apply for a deposit guarantee."
        ),
    )


def meeting_asked(landlord: Landlord, due_on: date) -> Message:
    return Message(
        template="landlord_meeting_asked",
        subject=f"We will ring you to arrange to meet: {landlord.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"You asked to meet us. We ring you by {dates.in_words(due_on)} to agree a day and a place.\n\n"
            f"If you do not hear from us by then, ring us."
        ),
    )
