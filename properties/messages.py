from datetime import date

from core import dates
from core.notifications.rules.message import Message
from properties.models import Home, HomeNotice, Let, PropertyCheck


def home_received(home: Home, reply_by: date) -> Message:
    return Message(
        template="home_received",
        subject=f"We have your home: {home.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"Thank you for sending us your home in {home.area_label}. Its reference is {home.reference}.\n\n"
            f"What happens next: an officer checks the certificates. You will hear by {dates.in_words(reply_by)}. "
            "Then we ring you to agree a visit."
        ),
    )


def home_change_needed(home: Home, asked: str) -> Message:
    return Message(
        template="home_change_needed",
        subject=f"Your home needs a change: {home.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"Before we can accept your home in {home.area_label}, please put this right:\n\n{asked}\n\n"
            "What happens next: sign in, change it and send it again. We then check it within 5 working days."
        ),
    )


def certificate_rejected(home: Home, label: str, reason: str) -> Message:
    return Message(
        template="certificate_rejected",
        subject=f"Please send another certificate: {home.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"We could not accept this certificate: {label}.\n\nThe reason: {reason}\n\n"
            "What happens next: sign in and send another one. Everything else you sent is kept."
        ),
    )


def certificate_due(home: Home, label: str, due_on: date, on: date) -> Message:
    noun = label[:1].lower() + label[1:]
    late = "today" if due_on == on else f"by {dates.in_words(due_on)}"
    return Message(
        template="certificate_due",
        subject=f"Please send a certificate: {home.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"We need the {noun} of your home in {home.area_label} {late}.\n\n"
            "What to do: sign in, open the home and send it. If you have booked the engineer, tell us the day.\n\n"
            "What happens if it does not come: we cannot offer the home to anyone until we have it."
        ),
    )


def visit_booked(check: PropertyCheck) -> Message:
    when = dates.london(check.visit_at) if check.visit_at else None
    time = f"{dates.in_words(when.date())} at {dates.clock(when)}" if when else "a time to be agreed"
    return Message(
        template="visit_booked",
        subject=f"Our visit to your home: {check.home.reference}",
        body=(
            f"Dear {check.home.landlord.greeting_name}\n\n"
            f"We will visit your home in {check.home.area_label} on {time}.\n\n"
            "It takes about 30 minutes. Please let us in, and have the boiler and alarms within reach. "
            "Ring us if you need another time.\n\n"
            "This is a property check, not a hazard assessment."
        ),
    )


def visit_recorded(check: PropertyCheck) -> Message:
    home = check.home
    said = {
        "passed": "The home passed. We now accept it and tell you.",
        "passed_with_actions": "The home passed, with some work to do:\n\n" + check.actions,
        "failed": "The home did not pass this time:\n\n" + check.notes,
    }[check.state]
    until = (
        f"\n\nPlease finish it by {dates.in_words(check.actions_due_on)} and tell us." if check.actions_due_on else ""
    )
    return Message(
        template="visit_recorded",
        subject=f"What our visit found: {home.reference}",
        body=f"Dear {home.landlord.greeting_name}\n\nThank you for letting us in.\n\n{said}{until}",
    )


def environmental_health_told(check: PropertyCheck) -> Message:
    home = check.home
    return Message(
        template="environmental_health_told",
        subject=f"We have told Environmental Health: {home.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            "Our officer saw something in the home that may be a serious hazard. "
            "We have told the council’s Environmental Health team, who must look into it.\n\n"
            "What happens next: they will contact you. Our visit was not a hazard assessment."
        ),
    )


def home_accepted(home: Home) -> Message:
    return Message(
        template="home_accepted",
        subject=f"Your home is accepted: {home.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"We have accepted your home in {home.area_label}.\n\n"
            "What you can do next: offer it to rent, and apply for a deposit guarantee for it."
        ),
    )


def let_change_needed(let: Let, asked: str) -> Message:
    return Message(
        template="let_change_needed",
        subject=f"Your home to rent needs a change: {let.reference}",
        body=(
            f"Dear {let.home.landlord.greeting_name}\n\n"
            f"Before we make your home available, please change this:\n\n{asked}\n\n"
            "What happens next: sign in, change it and send it again."
        ),
    )


def let_published(let: Let) -> Message:
    return Message(
        template="let_published",
        subject=f"Your home is available: {let.reference}",
        body=(
            f"Dear {let.home.landlord.greeting_name}\n\n"
            f"Your home in {let.home.area_label} is now available at {let.rent_in_words}.\n\n"
            "What happens next: we look for a household that it fits and ask them first. "
            "Then we put them forward to you. The public page shows the area, never the address."
        ),
    )


def notice_settled(row: HomeNotice, until: date | None, on: date) -> Message:
    """`until` is the last day on which the home may not be let; None when the notice counts for nothing."""
    if until is None or until < on:
        said = (
            "What happens next: nothing stands in the way any more. Sign in and offer the home to rent when you like."
        )
    else:
        said = (
            f"The home cannot be let or advertised until after {dates.in_words(until)} (Housing Act 1988 s16M).\n\n"
            "What happens next: you can offer it to rent from the day after. If you think that this is wrong, ring us."
        )
    looked = "there was no such notice" if until is None else "the notice stands"
    return Message(
        template="notice_settled",
        subject=f"Your notice to sell or move in: {row.reference}",
        body=(
            f"Dear {row.landlord.greeting_name}\n\n"
            f"We looked at what we know of a notice to sell or move in for your home in {row.area_label}. "
            f"We take it that {looked}.\n\n{said}"
        ),
    )
