from datetime import date

from core import dates
from core.notifications.rules.message import Message
from lettings.models import Nomination, Offer, Viewing
from properties.models import Let


def resident_asked(nomination: Nomination, answer_by: date) -> Message:
    return Message(
        template="resident_asked",
        subject=f"A home you may like: {nomination.reference}",
        body=(
            f"Dear {nomination.household.name}\n\n"
            f"We have found a home in {nomination.let.home.area_label} that may suit you.\n\n"
            f"What you do: sign in, or ring us, and say whether you want to see it. "
            f"Please tell us by {dates.in_words(answer_by)}.\n\n"
            "You choose. Saying no to seeing a home is not held against you."
        ),
    )


def sent_to_landlord(nomination: Nomination, answer_by: date) -> Message:
    return Message(
        template="sent_to_landlord",
        subject=f"We have a household for your home: {nomination.reference}",
        body=(
            f"Dear {nomination.let.home.landlord.greeting_name}\n\n"
            f"We would like to put a household forward for your home in {nomination.let.home.area_label}.\n\n"
            f"What you do: sign in, read about them, and tell us by {dates.in_words(answer_by)} "
            "whether you would like to meet them.\n\n"
            "Being on benefits or having children can never be a reason to say no."
        ),
    )


def landlord_declined(nomination: Nomination) -> Message:
    return Message(
        template="landlord_declined",
        subject=f"About the home you asked to see: {nomination.reference}",
        body=(
            f"Dear {nomination.household.name}\n\n"
            f"We are sorry: the home in {nomination.let.home.area_label} is not going ahead. "
            "It is nothing you did.\n\n"
            "What happens next: you keep your place, and your officer looks for the next home."
        ),
    )


def viewing_for_resident(viewing: Viewing) -> Message:
    when = dates.london(viewing.starts_at)
    return Message(
        template="viewing_for_resident",
        subject=f"Your viewing: {viewing.reference}",
        body=(
            f"Dear {viewing.nomination.household.name}\n\n"
            f"You can see the home on {dates.in_words(when.date())} at {dates.clock(when)}.\n\n"
            f"Where to meet: {viewing.where_to_meet}\n\n"
            "If you cannot come, ring us and we find another time. Bring anyone you trust."
        ),
    )


def viewing_for_landlord(viewing: Viewing) -> Message:
    when = dates.london(viewing.starts_at)
    home = viewing.nomination.let.home
    return Message(
        template="viewing_for_landlord",
        subject=f"Viewing of your home: {viewing.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"A viewing of your home in {home.area_label} is arranged for {dates.in_words(when.date())} "
            f"at {dates.clock(when)}.\n\nPlease let us know at once if you cannot be there."
        ),
    )


def offer_made(offer: Offer, answer_by: date) -> Message:
    return Message(
        template="offer_made",
        subject=f"Our offer of a home: {offer.reference}",
        body=(
            f"Dear {offer.nomination.household.name}\n\n"
            f"We offer you the home in {offer.nomination.let.home.area_label} that you saw. "
            "The letter says what it means and what you can ask us.\n\n"
            f"What you do: read it, ask us anything, and tell us by {dates.in_words(answer_by)}. "
            "We ring you before that day."
        ),
    )


def offer_accepted(offer: Offer) -> Message:
    home = offer.nomination.let.home
    return Message(
        template="offer_accepted",
        subject=f"Your home is let, subject to the keys: {offer.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"The household has accepted your home in {home.area_label}.\n\n"
            "What happens next: your officer rings you to agree the day of the keys, the terms and the inventory."
        ),
    )


def taken_off_for_resident(nomination: Nomination) -> Message:
    return Message(
        template="taken_off_for_resident",
        subject=f"A home is not to rent any more: {nomination.reference}",
        body=(
            f"Dear {nomination.household.name}\n\n"
            f"We are sorry: the home in {nomination.let.home.area_label} is not to rent any more. "
            "It is nothing you did, and you keep your place. If we arranged a viewing, it does not take place.\n\n"
            "What happens next: your officer looks for another home and rings you when there is one."
        ),
    )


def taken_off_for_landlord(let: Let) -> Message:
    return Message(
        template="taken_off_for_landlord",
        subject=f"Your home is off the market: {let.reference}",
        body=(
            f"Dear {let.home.landlord.greeting_name}\n\n"
            f"You took your home in {let.home.area_label} off the market. "
            "We have told the household that was to see it. If we arranged a viewing, it does not take place.\n\n"
            "What happens next: nothing. You can offer the home again whenever you like."
        ),
    )


def forward_no_more_for_resident(nomination: Nomination, *, offered: bool) -> Message:
    back = " and taken back our offer of it" if offered else ""
    return Message(
        template="forward_no_more_for_resident",
        subject=f"About a home we spoke of: {nomination.reference}",
        body=(
            f"Dear {nomination.household.name}\n\n"
            f"We have stopped putting you forward for the home in {nomination.let.home.area_label}{back}. "
            "It does not count against you, and you keep your place. "
            "If we arranged a viewing, it does not take place.\n\n"
            "What happens next: your officer looks for another home and rings you when there is one."
        ),
    )


def forward_no_more_for_landlord(nomination: Nomination) -> Message:
    """One text, whatever the cause: a landlord never learns if a household said no, was silent or is protected."""
    home = nomination.let.home
    return Message(
        template="forward_no_more_for_landlord",
        subject=f"About your home to rent: {nomination.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"We no longer put forward a household for your home in {home.area_label}. "
            "If a viewing is still to come, it does not take place.\n\n"
            "What happens next: we look for another household and ask you again. "
            "Ring us if you do not want to let the home now."
        ),
    )


def ran_out_for_resident(nomination: Nomination, *, landlord_silent: bool) -> Message:
    why = "The landlord did not answer us" if landlord_silent else "We rang you and did not get an answer from you"
    return Message(
        template="ran_out_for_resident",
        subject=f"About a home we spoke of: {nomination.reference}",
        body=(
            f"Dear {nomination.household.name}\n\n"
            f"{why} about the home in {nomination.let.home.area_label}. The time to answer has passed, and we have "
            "stopped putting you forward for it. It does not count against you, and you keep your place.\n\n"
            "What happens next: your officer looks for another home and rings you when there is one. "
            "Ring us if you want to talk about this one."
        ),
    )


def landlord_was_silent(nomination: Nomination) -> Message:
    home = nomination.let.home
    return Message(
        template="landlord_was_silent",
        subject=f"About your home to rent: {nomination.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            "We rang you and did not hear whether you would like to meet the household we put forward for your home in "
            f"{home.area_label}. The time to answer has passed, and they are not put forward for it any more.\n\n"
            "What happens next: we look for another household and ask you again. "
            "Ring us if you do not want to let the home now."
        ),
    )


def superseded(nomination: Nomination) -> Message:
    return Message(
        template="superseded",
        subject=f"About a home we spoke of: {nomination.reference}",
        body=(
            f"Dear {nomination.household.name}\n\n"
            f"The home in {nomination.let.home.area_label} has gone to another household. "
            "We know this is disappointing. It is nothing you did, and you keep your place.\n\n"
            "What happens next: your officer looks again for a home that suits you and rings you when there is one."
        ),
    )
