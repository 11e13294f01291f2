from datetime import date, timedelta

from django.conf import settings

from core import dates
from core.notifications.rules.message import Message
from deposits.models import Guarantee, SchemeApplication
from deposits.rules.guarantee import claim_last_day


def application_received(application: SchemeApplication, reply_by: date) -> Message:
    return Message(
        template="application_received",
        subject=f"We have your application: {application.reference}",
        body=(
            f"Dear {application.home.landlord.greeting_name}\n\n"
            f"Thank you for applying for a deposit guarantee for your home in {application.home.area_label}.\n\n"
            f"What happens next: we decide by {dates.in_words(reply_by)} and write to you."
        ),
    )


def approved(application: SchemeApplication) -> Message:
    open_to = dates.in_words(application.offer_open_to) if application.offer_open_to else ""
    return Message(
        template="application_approved",
        subject=f"Your guarantee is approved: {application.reference}",
        body=(
            f"Dear {application.home.landlord.greeting_name}\n\n"
            f"We have approved a deposit guarantee of up to {application.amount} for your home in "
            f"{application.home.area_label}.\n\n"
            f"What you do: sign in and sign it by {open_to}. It starts with the tenancy."
        ),
    )


def refused(application: SchemeApplication) -> Message:
    return Message(
        template="application_refused",
        subject=f"About your application: {application.reference}",
        body=(
            f"Dear {application.home.landlord.greeting_name}\n\n"
            f"We could not approve a guarantee for your home in {application.home.area_label}.\n\n"
            f"The reason: {application.refused_because}\n\n"
            "If you think this is wrong, ask within 21 days for a review by a manager who was not involved."
        ),
    )


def more_needed(application: SchemeApplication) -> Message:
    return Message(
        template="application_more_needed",
        subject=f"We need one more thing: {application.reference}",
        body=(
            f"Dear {application.home.landlord.greeting_name}\n\n"
            f"Before we can decide about your guarantee, please tell us:\n\n{application.question}\n\n"
            "What happens next: sign in and answer. We go on at once."
        ),
    )


def in_force(guarantee: Guarantee) -> Message:
    home = guarantee.application.home
    return Message(
        template="guarantee_in_force",
        subject=f"Your guarantee is in force: {guarantee.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"Your deposit guarantee of up to {guarantee.amount} for your home in {home.area_label} is in force "
            f"from {dates.in_words(guarantee.start_on)}.\n\n"
            "Cover for damage starts when the signed inventory with photographs is in. "
            "Sign in to see your certificate and what is covered today."
        ),
    )


def inventory_reminder(guarantee: Guarantee) -> Message:
    home = guarantee.application.home
    return Message(
        template="inventory_reminder",
        subject=f"The inventory is still open: {guarantee.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"The signed inventory for your home in {home.area_label} is not in yet. "
            "Cover for damage waits for it. Cover for rent arrears stands.\n\n"
            "What happens next: our officer arranges it with you and the tenant. Nothing is lost meanwhile."
        ),
    )


def guarantee_ended(guarantee: Guarantee) -> Message:
    home, ended_on = guarantee.application.home, guarantee.tenancy.ended_on
    if ended_on is None:
        claims = "It covers what happened before that day. If something did, ring us now."
    else:
        last = dates.in_words(claim_last_day(ended_on, guarantee.terms))
        claims = f"If rent is owed or something is damaged, ring us by {last}: that is the last day to claim."
    return Message(
        template="guarantee_ended",
        subject=f"Your guarantee has ended: {guarantee.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"Your deposit guarantee for your home in {home.area_label} covered the tenancy to "
            f"{dates.in_words(guarantee.end_on - timedelta(days=1))}, and has ended.\n\n{claims}"
        ),
    )


def void_for_landlord(guarantee: Guarantee) -> Message:
    home = guarantee.application.home
    return Message(
        template="guarantee_void",
        subject=f"Your guarantee does not count: {guarantee.reference}",
        body=(
            f"Dear {home.landlord.greeting_name}\n\n"
            f"We gave you a deposit guarantee for your home in {home.area_label} by mistake. We are sorry. "
            f"It does not count and you cannot claim on it. A manager has decided this.\n\n"
            f"The reason: {guarantee.void_because}\n\n"
            "The tenancy goes on as it is. Your tenant owes you nothing because of this.\n\n"
            "If you think this is wrong, ask within 21 days for a review by a manager who was not involved. "
            "If you still need a guarantee, sign in and apply, or ring us."
        ),
    )


def void_for_tenant(guarantee: Guarantee) -> Message:
    name = guarantee.tenancy.nomination.household.name
    return Message(
        template="guarantee_void_tenant",
        subject=f"About the guarantee for your home: {guarantee.reference}",
        body=(
            f"Dear {name}\n\n"
            "We promised your landlord a deposit guarantee for your home by mistake, and have taken it back. We are "
            "sorry.\n\n"
            f"The reason: {guarantee.void_because}\n\n"
            "You do not have to do anything. You do not have to pay anything because of this, and your tenancy goes "
            f"on as it is. If somebody asks you for money because of it, ring us on {settings.COUNCIL_TELEPHONE}."
        ),
    )
