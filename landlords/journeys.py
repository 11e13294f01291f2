"""The questions a landlord answers to register, one a page."""

from core.journeys.journey import Journey, Page
from core.ui.telephone import in_words
from landlords import forms
from landlords.rules.landlord import LandlordType


def is_person(answers: dict) -> bool:
    return answers.get("type", {}).get("landlord_type") == LandlordType.INDIVIDUAL


REGISTRATION = Journey(
    "landlord_registration",
    "Register as a landlord",
    [
        Page("type", forms.TypeForm, "Who owns the homes?"),
        Page("person", forms.PersonForm, "Your name", applies=is_person),
        Page("organisation", forms.OrganisationForm, "Your organisation", applies=lambda a: not is_person(a)),
        Page(
            "contact",
            forms.ContactForm,
            "Your telephone number",
            rows=lambda answers: [("Your telephone number", in_words(answers["telephone"]))],
        ),
        Page("address", forms.AddressForm, "Your address"),
        Page(
            "declaration",
            forms.DeclarationForm,
            "Have you, or has anyone who helps manage your homes, been found to have done any of these?",
        ),
    ],
)
