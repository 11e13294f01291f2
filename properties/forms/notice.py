from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest

from core import dates
from core.access.actor import Actor
from core.journeys.models import Draft
from core.journeys.rules.walk import Answers
from core.places.rules import postcode
from core.ui.forms import DateField, Paragraphs, Radios, RecordForm
from landlords import selectors as landlords
from properties.forms.given import to_notice
from properties.forms.letting import NoticeFields
from properties.models import HomeNotice
from properties.rules.home_notice import HOME_NOTICE, last_day
from properties.rules.inputs import GroundOneNotice, Where
from properties.selectors import notices as selectors
from properties.services import notices

CORRECT = "correct"


class NoticeForm(NoticeFields):
    """The question as a page of its own, about the home of an address."""

    def __init__(self, *args: Any, where: Where, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.where = where


def place_of(answers: Answers) -> Where:
    given = answers["address"]
    return Where(given["address"], given["town"], str(postcode.parse(given["postcode"])))


def kwargs(answers: Answers, on: date) -> Mapping[str, Any]:
    return {"on": on, "where": place_of(answers)}


def keep(_request: HttpRequest, form: forms.Form, actor: Actor, at: datetime) -> Mapping[str, Any]:
    """Keep the answer, then refuse it in a restricted period: raises DomainError with the day it ends."""
    landlord = landlords.own(actor)
    if landlord is not None and isinstance(form, NoticeForm):
        notice = to_notice(form.cleaned_data)
        notices.tell(landlord_ref=landlord.reference, place=form.where, notice=notice, actor=actor, at=at)
        if refusal := selectors.refusal(landlord.pk, form.where, dates.today(at)):
            raise refusal
    return {}


def known(draft: Draft, answers: Answers) -> Mapping[str, Any]:
    """What we were told before of a notice for the address, so that whoever comes back reads why they stopped."""
    row = selectors.known_to(draft.owner_id, place_of(answers))
    return {"known": row, "until": last_day(row.terms) if row else None}


class DatesForm(RecordForm):
    """The dates of a notice, as an officer writes them down."""

    served_on = DateField(label="The day the tenant got the notice")
    specified_on = DateField(label="The date in the notice")
    other_order_on = DateField(
        label="The day a court made a possession order on another ground",
        help_text="Leave it empty if there was none.",
        required=False,
    )
    note = forms.CharField(
        label="What did you see or hear?",
        help_text="Who told you, or which paper you saw. Kept on the record.",
        max_length=2000,
        widget=Paragraphs(rows=3),
        error_messages={"required": "Write what you saw or heard"},
    )

    def to_notice(self) -> GroundOneNotice:
        given = self.cleaned_data
        return GroundOneNotice(True, given["served_on"], given["specified_on"], given["other_order_on"])


class SettleForm(DatesForm):
    outcome = forms.ChoiceField(
        label="What do you find?",
        choices=[(each, HOME_NOTICE.transitions[each].label) for each in ("uphold", CORRECT, "set_aside")],
        widget=Radios(),
    )
    conditional = {"outcome": {CORRECT: ["served_on", "specified_on", "other_order_on"]}}
    field_order = ("seen", "outcome", "served_on", "specified_on", "other_order_on", "note")

    @staticmethod
    def initial_for(row: HomeNotice) -> dict[str, Any]:
        return {
            "seen": row.version,
            "served_on": row.served_on,
            "specified_on": row.specified_on,
            "other_order_on": row.other_order_on,
        }

    def settled(self) -> dict[str, Any]:
        """What the service takes besides the record."""
        given = self.cleaned_data
        notice = self.to_notice() if given["outcome"] == CORRECT else None
        return {"outcome": given["outcome"], "note": given["note"], "notice": notice}
