from django import forms
from django.http import HttpRequest

from core.accounts.models import User


class SignUpForm(forms.Form):
    """What a landlord tells us to open an account, beside the e-mail address that allauth asks for."""

    name = forms.CharField(
        label="Your name",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Enter your name"},
    )

    field_order = ["name", "email"]

    def signup(self, request: HttpRequest, user: User) -> None:
        """allauth calls this after the account is made; the name went in with it."""
        del request, user
