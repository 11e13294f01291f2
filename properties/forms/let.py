from datetime import date, timedelta
from typing import Any

from django import forms

from core.errors import DomainError
from core.money.forms import MoneyField
from core.ui.forms import DateField, Paragraphs, Radios, RecordForm, Text
from properties.forms.letting import DatedForm, NoticeFields, RentField
from properties.models import Home
from properties.rules.home import RENT_FREQUENCY_LABELS
from properties.rules.let import ViewingMode
from properties.rules.wording import check_description
from properties.selectors.lets import VIEWING_LABELS
from properties.services.lets import Advertisement

LATEST_DAYS = 366


class AdvertisementForm(DatedForm, RecordForm):
    """What the landlord wants advertised. Wording that bars people is refused where it stands."""

    rent: MoneyField = RentField(
        label="Rent",
        help_text="One figure. Nobody may be asked or allowed to pay more than this.",
        widget=Text(prefix="£", width=10),
        error_messages={"required": "Enter the rent"},
    )
    rent_frequency = forms.ChoiceField(
        label="How often is it paid?", choices=list(RENT_FREQUENCY_LABELS.items()), widget=Radios()
    )
    available_from = DateField(label="When is the home free from?")
    description = forms.CharField(
        label="What is the home like?",
        help_text="The rooms, what is near, what is good about it. Everyone is welcome to ask: the law does not let "
        "you put off people because they get benefits or have children. Leave out the address.",
        max_length=2000,
        widget=Paragraphs(rows=6),
    )
    viewing_mode = forms.ChoiceField(
        label="Who may view it?",
        choices=[(mode.value, VIEWING_LABELS[mode]) for mode in ViewingMode],
        widget=Radios(),
        initial=ViewingMode.SINGLE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["available_from"].latest = self.on + timedelta(days=LATEST_DAYS)

    def clean_description(self) -> str:
        text: str = self.cleaned_data["description"]
        try:
            check_description(text)
        except DomainError as error:
            raise forms.ValidationError(error.message, code=error.code) from error
        return text

    def to_advertisement(self) -> Advertisement:
        given = self.cleaned_data
        return Advertisement(
            rent=given["rent"],
            rent_frequency=given["rent_frequency"],
            available_from=given["available_from"],
            description=given["description"],
            viewing_mode=given["viewing_mode"],
        )


class OfferForm(NoticeFields, AdvertisementForm):
    """The same with the question about a notice, asked again on the day of offering."""

    @staticmethod
    def initial_for(home: Home, on: date) -> dict[str, Any]:
        """What stands in the form at first: the rent of the home, and today."""
        return {
            "seen": home.version,
            "rent": home.rent,
            "rent_frequency": home.rent_frequency,
            "available_from": on,
        }

    field_order = (
        "seen",
        "rent",
        "rent_frequency",
        "available_from",
        "description",
        "viewing_mode",
        "given",
        "served_on",
        "specified_on",
        "other_order_on",
    )


class AskForm(RecordForm):
    asked = forms.CharField(
        label="What has to be changed?",
        help_text="The landlord reads this exactly as you write it.",
        max_length=2000,
        widget=Paragraphs(rows=4),
        error_messages={"required": "Write what has to be changed"},
    )


class ReasonForm(RecordForm):
    reason = forms.CharField(
        label="Why?",
        help_text="Kept on the record.",
        max_length=2000,
        widget=Paragraphs(rows=3),
        error_messages={"required": "Give the reason"},
    )
