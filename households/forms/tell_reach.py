"""Telling us early, first part: how it is safe to reach the person, and what to call them."""

from django import forms

from core.places.forms import PostcodeField
from core.ui.forms import Checkboxes, Form, Paragraphs, Text
from core.ui.telephone import TelephoneField
from households.rules.telling import Channel

TIMES = [
    ("mornings", "Weekday mornings"),
    ("afternoons", "Weekday afternoons"),
    ("evenings", "Evenings"),
    ("weekends", "Weekends"),
    ("any", "Any time"),
]


def alone(values: list[str], value: str) -> bool:
    """Whether a choice that rules the others out was made by itself, or not at all."""
    return value not in values or len(values) == 1


class ChannelsForm(Form):
    channels = forms.MultipleChoiceField(
        label="How is it safe for us to contact you?",
        help_text="Think of who else can see your phone, your email or your post. Tick everything that is safe.",
        choices=[
            (Channel.RING, "Ring me"),
            (Channel.MESSAGE, "Leave a message if I do not answer"),
            (Channel.TEXT, "Send me a text"),
            (Channel.EMAIL, "Email me"),
            (Channel.LETTER, "Write to me by post"),
            (Channel.NONE, "None of these. I will contact you"),
        ],
        error_messages={"required": "Tick what is safe, or “None of these”"},
        widget=Checkboxes(exclusive=Channel.NONE),
    )

    def clean_channels(self) -> list[str]:
        channels: list[str] = self.cleaned_data["channels"]
        if not alone(channels, Channel.NONE):
            raise forms.ValidationError("Tick “None of these” alone, or tick what is safe", code="none_and_more")
        return channels


class NumberForm(Form):
    telephone = TelephoneField(
        label="What number is safe?", help_text="It can be a friend’s, if they know that we may ring."
    )


class TimesForm(Form):
    marks_optional = False
    times = forms.MultipleChoiceField(
        label="When is it safe to ring you?",
        choices=TIMES,
        error_messages={"required": "Tick when it is safe to ring you"},
        widget=Checkboxes(exclusive="any"),
    )
    times_note = forms.CharField(
        label="Anything else about when to ring",
        help_text="For example: not at school time.",
        required=False,
        max_length=80,
    )

    def clean_times(self) -> list[str]:
        times: list[str] = self.cleaned_data["times"]
        if not alone(times, "any"):
            raise forms.ValidationError("Tick “Any time” alone, or tick the times that are safe", code="any_and_more")
        return times


class EmailForm(Form):
    email = forms.EmailField(
        label="What email address is safe?",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class PostForm(Form):
    address = forms.CharField(
        label="Where may we write to you?",
        help_text="House number, street and town.",
        max_length=300,
        widget=Paragraphs(rows=3),
    )
    postcode = PostcodeField(label="Postcode")


class OtherForm(Form):
    marks_optional = False
    named_other = forms.CharField(
        label="Is there someone else we may contact for you?",
        help_text="Their name and number. Leave this empty if there is nobody.",
        required=False,
        max_length=200,
    )


class WordForm(Form):
    marks_optional = False
    code_word = forms.CharField(
        label="Would you like a code word?",
        help_text="We say it when we ring, so that you know it is us. Any word will do. You can leave this empty.",
        required=False,
        max_length=60,
        widget=Text(width=20),
    )


class NameForm(Form):
    name = forms.CharField(
        label="What should we call you?",
        help_text="A first name is enough.",
        max_length=200,
        error_messages={"required": "Enter a name to call you by"},
        widget=Text(width=30),
    )
