from django import forms

from core.journeys.rules.walk import Answers
from core.places.forms import PostcodeField
from core.ui.forms import FilterForm, Form, RecordForm, YesNoField
from core.ui.telephone import TelephoneField
from landlords.rules.enquiry import Enquiry
from landlords.rules.landlord import (
    LANDLORD,
    MEETING_PLACE_LABELS,
    QUESTIONS,
    SUSPENSION_LABELS,
    Declaration,
    Details,
    LandlordFilters,
    LandlordType,
    OrganisationType,
    SuspensionReason,
)


class TypeForm(Form):
    landlord_type = forms.ChoiceField(
        label="Who owns the homes you want to let?",
        choices=[
            (LandlordType.INDIVIDUAL.value, "I do, as a person (alone or with others)"),
            (LandlordType.ORGANISATION.value, "An organisation, such as a company or a charity"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who owns the homes"},
    )


class PersonForm(Form):
    name = forms.CharField(
        label="What is your full name?",
        help_text="Use the name on the tenancy agreements.",
        max_length=200,
        error_messages={"required": "Enter your full name"},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class OrganisationForm(Form):
    name = forms.CharField(
        label="Name of the organisation", max_length=200, error_messages={"required": "Enter the organisation’s name"}
    )
    organisation_type = forms.ChoiceField(
        label="What kind of organisation is it?",
        choices=[(t.value, t.value.title()) for t in OrganisationType],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of organisation it is"},
    )
    company_number = forms.RegexField(
        r"^[A-Za-z0-9]{8}$",
        label="Company or charity number",
        help_text="A company number has 8 letters or numbers.",
        required=False,
        error_messages={"invalid": "A company number has 8 letters or numbers, like 01234567"},
    )
    contact_name = forms.CharField(
        label="Your name",
        help_text="So that we know who to ask for.",
        max_length=200,
        error_messages={"required": "Enter your name"},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class ContactForm(Form):
    telephone = TelephoneField(
        label="What is the best telephone number for you?",
        help_text="Your landlord liaison officer rings you on it. We never pass it on.",
        error_messages={"required": "Enter a telephone number"},
    )


class AddressForm(Form):
    address = forms.CharField(
        label="Your address for letters",
        help_text="House number and street, then the town. Put the postcode in the next box.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
        error_messages={"required": "Enter your address"},
    )
    postcode = PostcodeField(label="Postcode", error_messages={"required": "Enter your postcode"})


class DeclarationForm(Form):
    """One yes or no for each limb of article 3(e); never asks about spent convictions."""

    offences = YesNoField(label="An offence of fraud, dishonesty, violence or illegal drugs, or a sexual offence?")
    discrimination = YesNoField(label="Unlawful discrimination in your business?")
    housing_law = YesNoField(label="Breaking housing law, or the law between landlords and tenants?")
    management_code = YesNoField(label="Breaking an approved code for managing shared houses?")
    details = forms.CharField(
        label="If you answered yes to any of these, tell us what happened and when",
        help_text="Do not tell us about convictions that are spent. Only two officers can read this.",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        if any(cleaned.get(name) for name in QUESTIONS) and not cleaned.get("details"):
            self.add_error("details", "Tell us what happened and when, so that we can decide fairly")
        return cleaned


def to_details(answers: Answers, *, email: str) -> Details:
    """The details that a finished questionnaire's answers amount to."""
    who = answers.get("organisation") or answers["person"]
    return Details(
        landlord_type=LandlordType(answers["type"]["landlord_type"]),
        name=who["name"],
        organisation_type=who.get("organisation_type", ""),
        company_number=who.get("company_number", ""),
        contact_name=who.get("contact_name", ""),
        email=email,
        telephone=str(answers["contact"]["telephone"]),
        address=answers["address"]["address"],
        postcode=answers["address"]["postcode"],
    )


def to_declaration(answers: Answers) -> Declaration:
    given = answers["declaration"]
    return Declaration(**{name: given[name] for name in QUESTIONS}, details=given.get("details", ""))


class EnquiryForm(Form):
    name = forms.CharField(
        label="Who rang or wrote?",
        help_text="The person’s full name.",
        max_length=200,
        error_messages={"required": "Enter the name of the person"},
    )
    telephone = TelephoneField(
        label="Telephone number",
        help_text="We ring them back on it.",
        error_messages={"required": "Enter a telephone number"},
    )
    email = forms.EmailField(
        label="Email address",
        help_text="We send the link to register to it. You can add it later.",
        required=False,
    )
    landlord_type = forms.ChoiceField(
        label="Who owns the homes?",
        choices=[
            (LandlordType.INDIVIDUAL.value, "They do, as a person"),
            (LandlordType.ORGANISATION.value, "An organisation"),
        ],
        initial=LandlordType.INDIVIDUAL.value,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who owns the homes"},
    )
    organisation = forms.CharField(
        label="Name of the organisation", max_length=200, error_messages={"required": "Enter the organisation’s name"}
    )
    organisation_type = forms.ChoiceField(
        label="What kind of organisation is it?",
        choices=[(t.value, t.value.title()) for t in OrganisationType],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of organisation it is"},
    )
    said = forms.CharField(
        label="What did they say?",
        help_text="Which homes, where, and what they want to know. Only officers read this.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write down what they said"},
    )
    conditional = {"landlord_type": {"organisation": ["organisation", "organisation_type"]}}

    def to_input(self) -> Enquiry:
        given = {**self.cleaned_data, "landlord_type": LandlordType(self.cleaned_data["landlord_type"])}
        return Enquiry(**{name: value or "" for name, value in given.items()})


class InviteForm(RecordForm):
    email = forms.EmailField(
        label="Their email address",
        help_text="The link goes to it, and they sign in with it.",
        error_messages={"required": "Enter their email address"},
    )


class QuestionForm(RecordForm):
    question = forms.CharField(
        label="What do you need to know?",
        help_text="The landlord reads this exactly as you write it.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write the question"},
    )


class NoteForm(RecordForm):
    note = forms.CharField(
        label="Why?",
        help_text="Kept on the record. The landlord does not see it.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Give the reason"},
    )


class SuspendForm(NoteForm):
    reason = forms.ChoiceField(
        label="What is the reason for suspending?",
        help_text="The landlord is told this.",
        choices=[(reason.value, SUSPENSION_LABELS[reason]) for reason in SuspensionReason],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a reason"},
    )
    field_order = ("seen", "reason", "note")


class AnswerForm(RecordForm):
    answer = forms.CharField(
        label="Your answer",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write your answer"},
    )


class MeetForm(RecordForm):
    where = forms.ChoiceField(
        label="Where would you like to meet?",
        choices=[(place.value, words) for place, words in MEETING_PLACE_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where you would like to meet"},
    )
    when = forms.CharField(
        label="Which days and times suit you?",
        help_text="For example: Tuesdays after 5pm, or any morning next week.",
        max_length=100,
        error_messages={"required": "Tell us which days and times suit you"},
    )


class MeetingForm(RecordForm):
    note = forms.CharField(
        label="What did you agree?",
        help_text="The day, the time and the place, or why no meeting is needed.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write down what you agreed"},
    )


class LandlordFilterForm(FilterForm):
    q = forms.CharField(label="Name, reference, postcode or telephone", required=False, max_length=100)
    state = forms.ChoiceField(label="State", required=False, choices=[("", "All"), *LANDLORD.choices])

    def to_filters(self) -> LandlordFilters:
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return LandlordFilters(text=given.get("q", ""), state=given.get("state", ""))
