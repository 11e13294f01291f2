from typing import Any

from django import forms

from core.ui.forms import Checkboxes, DateField, FilterForm, Radios, RecordForm, YesNoField
from core.ui.widgets import Paragraphs
from tenancies.forms.grounds import GroundsField
from tenancies.rules.check_in import ANSWERS
from tenancies.rules.direct_payment import REASONS
from tenancies.rules.notice import NoticeGiven
from tenancies.rules.tenancy import END_CAUSES, MOVE_IN_CHECKS, TENANCY, EndCause
from tenancies.services.life import Ending


class TenancyFilterForm(FilterForm):
    q = forms.CharField(label="Reference, landlord or postcode", required=False, max_length=100)
    state = forms.ChoiceField(label="State", required=False, choices=[("", "All"), *TENANCY.choices])


class TickForm(RecordForm):
    names = forms.MultipleChoiceField(label="What is done now?", choices=[], widget=Checkboxes)

    def __init__(self, *args: Any, done: dict[str, bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        left = [(name, words) for name, words in MOVE_IN_CHECKS.items() if not done.get(name)]
        self.choose("names", left)


class NoteForm(RecordForm):
    note = forms.CharField(
        label="Why?",
        help_text="Officers read this. Do not write about anybody’s health.",
        max_length=2000,
        widget=Paragraphs(rows=4),
    )


class OutcomeForm(NoteForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = "What came of it?"


class TenantNoticeForm(RecordForm):
    served_on = DateField(label="When was it given?", called="The date it was given")
    specified_on = DateField(label="What is the date in it?", called="The date in the notice")

    def to_notice(self) -> NoticeGiven:
        return NoticeGiven(self.cleaned_data["served_on"], self.cleaned_data["specified_on"])


class LandlordNoticeForm(TenantNoticeForm):
    grounds = GroundsField(label="Which grounds does it name?")

    def to_notice(self) -> NoticeGiven:
        answers = self.cleaned_data
        return NoticeGiven(answers["served_on"], answers["specified_on"], answers["grounds"])


class EndForm(RecordForm):
    ended_on = DateField(label="What was the last day of the tenancy?")
    cause = forms.ChoiceField(label="How did it end?", choices=list(END_CAUSES.items()), widget=Radios)
    ground = forms.CharField(
        label="Which ground did the landlord use?",
        help_text="Only where the landlord’s notice or a court ended it.",
        max_length=8,
        required=False,
    )

    def to_ending(self) -> Ending:
        ground = self.cleaned_data["ground"].strip().upper()
        return Ending(self.cleaned_data["ended_on"], EndCause(self.cleaned_data["cause"]), ground)


class DirectPaymentForm(RecordForm):
    reasons = forms.MultipleChoiceField(
        label="Which of these does the tenant want to give as a reason?",
        help_text="Ask everybody, on the first day. They may give none.",
        choices=list(REASONS.items()),
        widget=Checkboxes,
        required=False,
    )
    named = YesNoField(
        label="May the sheet name these reasons?",
        help_text="Whoever finds the sheet can read it. If not, it says that they will tell their reasons themselves.",
    )


class AnswerForm(RecordForm):
    """What somebody said when an officer rang."""

    given = forms.ChoiceField(label="What did they say?", choices=list(ANSWERS.items()), widget=Radios)
