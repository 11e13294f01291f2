from dataclasses import dataclass

from django import forms

from core.accounts.rules.roles import ROLES
from core.money import Money
from core.money.forms import MoneyField
from core.ui.forms import Checkboxes, Form, RecordForm, Text

CHOICES = [(name, role.label) for name, role in ROLES.items()]


def _roles() -> Checkboxes:
    return Checkboxes(hints={name: role.description for name, role in ROLES.items()})


@dataclass(frozen=True)
class Invited:
    name: str
    email: str
    roles: list[str]


@dataclass(frozen=True)
class Held:
    roles: list[str]
    approval_limit: Money


class InviteForm(Form):
    name = forms.CharField(label="Their full name", max_length=200, widget=Text(autocomplete="off"))
    email = forms.EmailField(label="Their work email address", widget=forms.EmailInput({"autocomplete": "off"}))
    roles = forms.MultipleChoiceField(
        label="What will they do?",
        choices=CHOICES,
        widget=_roles(),
        error_messages={"required": "Choose at least one role"},
    )

    def to_input(self) -> Invited:
        data = self.cleaned_data
        return Invited(name=data["name"], email=data["email"], roles=data["roles"])


class RolesForm(RecordForm):
    marks_optional = False
    roles = forms.MultipleChoiceField(label="What do they do?", choices=CHOICES, widget=_roles(), required=False)
    approval_limit = MoneyField(
        label="The most they may approve at once",
        help_text="Counts only for a role that approves guarantees. Enter 0 if they approve none.",
        least=Money.zero(),
        widget=Text(prefix="£", width=10),
    )

    def to_input(self) -> Held:
        data = self.cleaned_data
        return Held(roles=data["roles"], approval_limit=data["approval_limit"])
