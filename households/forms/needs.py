"""What a household needs and can pay."""

from typing import Any

from django import forms

from core.errors import DomainError
from core.money.forms import MoneyField
from core.ui.forms import Checkboxes, DateField, Paragraphs, Radios, RecordForm, Text
from households.rules.case import PET_LABELS
from households.selectors import areas
from households.services.cases import Needs

FLOORS = [("", "Any floor"), ("0", "Ground floor only"), *((str(n), f"Floor {n} at most") for n in range(1, 5))]


class NeedsForm(RecordForm):
    wanted = forms.MultipleChoiceField(
        label="Where they want to live",
        help_text="Leave all empty if anywhere will do.",
        required=False,
        widget=Checkboxes(small=True),
    )
    wanted_elsewhere = forms.CharField(
        label="Other areas they want",
        help_text="First halves of postcodes or names of districts, with commas: DA7, Gravesham",
        required=False,
        max_length=300,
    )
    unsafe = forms.MultipleChoiceField(
        label="Where they would not be safe",
        help_text="We never put them forward for a home there.",
        required=False,
        widget=Checkboxes(small=True),
    )
    unsafe_elsewhere = forms.CharField(
        label="Other areas where they would not be safe",
        help_text="First halves of postcodes or names of districts, with commas",
        required=False,
        max_length=300,
    )
    brma_key = forms.ChoiceField(
        label="Rental market area for help with rent",
        help_text="The rates of this area say how much rent is covered.",
        required=False,
    )
    needs_step_free = forms.BooleanField(label="They need a way in without steps", required=False)
    needs_wheelchair = forms.BooleanField(label="They need a home that a wheelchair user can live in", required=False)
    max_floor_without_lift = forms.TypedChoiceField(
        label="Highest floor without a lift", choices=FLOORS, coerce=int, empty_value=None, required=False
    )
    pets = forms.ChoiceField(
        label="Pets", choices=[(pet.value, label) for pet, label in PET_LABELS.items()], widget=Radios(inline=True)
    )
    smoker = forms.BooleanField(label="Someone smokes", required=False)
    monthly_income = MoneyField(label="Income a month, after tax", required=False, widget=Text(prefix="£", width=10))
    rent_ceiling = MoneyField(
        label="Most rent a month, if you have worked it out",
        help_text="Leave it empty to go by the Local Housing Allowance.",
        required=False,
        widget=Text(prefix="£", width=10),
    )
    move_by = DateField(label="They must move by", required=False)
    existing_liability_ends_on = DateField(
        label="First day on which they owe nothing for their present home",
        help_text="Until then no offer can be a final one. A tenant owes two months’ notice unless the landlord "
        "agrees to less.",
        required=False,
    )
    housing_needs = forms.CharField(
        label="Anything else about the home they need", required=False, max_length=4000, widget=Paragraphs(rows=3)
    )
    support_needs = forms.CharField(
        label="Support they need", required=False, max_length=4000, widget=Paragraphs(rows=3)
    )

    def __init__(self, *args: Any, here: list[tuple[str, str]], brmas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("wanted", "unsafe"):
            self.choose(name, here)
        self.choose("brma_key", [("", "Not chosen yet"), *brmas])

    def clean_wanted_elsewhere(self) -> list[str]:
        return self.areas("wanted_elsewhere")

    def clean_unsafe_elsewhere(self) -> list[str]:
        return self.areas("unsafe_elsewhere")

    def areas(self, name: str) -> list[str]:
        try:
            return areas.parse(self.cleaned_data[name])
        except DomainError as error:
            raise forms.ValidationError(error.message, code=error.code) from error


def to_needs(answers: dict[str, Any]) -> Needs:
    plain = {name: value for name, value in answers.items() if not name.startswith(("wanted", "unsafe"))}
    return Needs(
        wanted_areas=tuple(dict.fromkeys([*answers["wanted"], *answers["wanted_elsewhere"]])),
        unsafe_areas=tuple(dict.fromkeys([*answers["unsafe"], *answers["unsafe_elsewhere"]])),
        **plain,
    )
