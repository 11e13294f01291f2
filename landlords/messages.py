from datetime import date

from django.conf import settings

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


def invited(landlord: Landlord, *, invited_by: str, link: str, open_to: date) -> Message:
    return Message(
        template="landlord_invited",
        subject="Register as a landlord with us",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"Thank you for getting in touch. {invited_by} at {settings.COUNCIL_NAME} invites you to register as a "
            f"landlord.\n\n"
            f"To begin, open this link:\n{link}\n\n"
            f"What you told us is filled in already. It takes about 5 minutes. We ask for an address for letters and "
            f"whether you are a fit and proper landlord.\n\n"
            f"The link is only for you. It works until {dates.in_words(open_to)}. After that, ring us on "
            f"{settings.COUNCIL_TELEPHONE} and we send you a new one."
        ),
        secret=True,
    )


def invitation_reminder(landlord: Landlord, open_to: date) -> Message:
    return Message(
        template="landlord_invitation_reminder",
        subject="You have not registered with us yet",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"Three weeks ago we sent you a link with which you can register as a landlord. It still works, until "
            f"{dates.in_words(open_to)}.\n\n"
            f"If you cannot find it, or have a question, ring us on {settings.COUNCIL_TELEPHONE}. "
            f"If you do nothing, the link stops working, and a week later we delete what you told us. "
            f"You can come back to us whenever you like."
        ),
    )


def link_ran_out(landlord: Landlord, deleted_on: date) -> Message:
    return Message(
        template="landlord_link_ran_out",
        subject="Your link to register has run out",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"The link that we sent you to register as a landlord does not work any more.\n\n"
            f"If you still want to let a home through us, ring us on {settings.COUNCIL_TELEPHONE} and we send you a "
            f"new one.\n\n"
            f"If you do nothing, we delete what you told us on {dates.in_words(deleted_on)}. "
            f"You can come back to us whenever you like."
        ),
    )


def set_aside(landlord: Landlord) -> Message:
    return Message(
        template="landlord_set_aside",
        subject=f"We have set your registration aside: {landlord.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"We have not heard from you for four weeks, so we have set your registration aside. "
            f"You do not need to do anything.\n\n"
            f"If you still want to let a home through us, ring us on {settings.COUNCIL_TELEPHONE}. We open it again "
            f"and you go on where you stopped."
        ),
    )


def open_again(landlord: Landlord) -> Message:
    return Message(
        template="landlord_open_again",
        subject=f"Your registration is open again: {landlord.reference}",
        body=(
            f"Dear {landlord.greeting_name}\n\n"
            f"We have opened your registration again.\n\n"
            f"What you do: sign in and finish it. What you told us at first is filled in already."
        ),
    )
