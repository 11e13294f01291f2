from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from core.errors import DomainError
from core.journeys.rules.walk import Answers
from core.places import selectors as places
from core.places.forms import PostcodeField
from core.places.rules import postcode
from core.places.selectors import BrmaSuggestion, Place, Precision
from core.rulebook.selectors import rates
from core.ui.forms import Form, Paragraphs, Radios, Text


class AddressForm(Form):
    address = forms.CharField(
        label="House or flat number, and street",
        help_text="We show it only to our officers and, later, to people who come to see the home.",
        max_length=300,
        widget=Paragraphs(rows=2),
    )
    town = forms.CharField(label="Town", max_length=80, widget=Text(width=20))
    postcode = PostcodeField(label="Postcode")

    def clean_postcode(self) -> str:
        """Refuse a postcode that England does not have, at its own box."""
        typed: str = self.cleaned_data["postcode"]
        try:
            places.locate(postcode.parse(typed))
        except DomainError as error:
            raise forms.ValidationError(error.message, code=error.code) from error
        return typed


def located(answers: Answers) -> Place:
    return places.locate(postcode.parse(answers.value("address", "postcode")))


class CouncilForm(Form):
    authority_code = forms.ChoiceField(label="Which council area is the home in?")

    def __init__(self, *args: Any, place: Place, councils: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["authority_code"]
        self.choose("authority_code", [("", "Choose"), *councils])
        field.initial = place.authority_code
        field.help_text = f"From the postcode we think that it is {place.authority_name}."
        if place.precision is not Precision.POSTCODE:
            field.help_text += " Close to a border that can be wrong: choose another if it is."


def council_kwargs(answers: Answers, on: date) -> Mapping[str, Any]:
    councils = [(authority.code, authority.name) for authority in places.authorities(on)]
    return {"place": located(answers), "councils": councils}


class MarketAreaForm(Form):
    """The area from the council's own list. Nothing is chosen for the landlord: they confirm it."""

    brma_key = forms.ChoiceField(
        label="Which rental market area is the home in?",
        help_text="It decides how much rent Universal Credit and Housing Benefit cover.",
        widget=Radios(),
    )

    def __init__(
        self, *args: Any, areas: list[tuple[str, str]], suggestion: BrmaSuggestion | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        hints = {}
        if suggestion is not None:
            words = f"We think that it is this one ({suggestion.quality.label.lower()}). {suggestion.source}."
            hints = {suggestion.brma_key: words}
        else:
            self.fields["brma_key"].help_text += " We cannot tell from the postcode. Ring us if you do not know."
        self.choose("brma_key", areas, hints=hints)


def suggested(answers: Answers) -> BrmaSuggestion | None:
    """The likely area, which counts only once the landlord has confirmed it."""
    code = postcode.parse(answers.value("address", "postcode"))
    return places.suggest_brma(code, answers.value("council", "authority_code"))


def market_area_kwargs(answers: Answers, _on: date) -> Mapping[str, Any]:
    own = places.brmas_of(answers.value("council", "authority_code"))
    areas = [(area.brma_key, area.name) for area in own] or list(rates.brma_names().items())
    return {"areas": areas, "suggestion": suggested(answers)}


def brma_source(answers: Answers) -> str:
    """Who says that the home is in its area, and what we had suggested."""
    suggestion = suggested(answers)
    if suggestion is None:
        return "The landlord chose it; we had no suggestion"
    same = suggestion.brma_key == answers.value("market-area", "brma_key")
    verb = "confirmed our suggestion" if same else f"chose it instead of {suggestion.name}"
    return f"The landlord {verb} ({suggestion.quality.label.lower()})"
