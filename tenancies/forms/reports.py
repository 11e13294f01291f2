"""What is asked when somebody tells us about a problem: taps first, words last and never needed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.places.forms import PostcodeField
from core.ui.forms import FilterForm, Form, Paragraphs, Radios, Text
from core.ui.telephone import TelephoneField
from tenancies.rules.asking import Question, questions
from tenancies.rules.problem import OFFICE_LABELS, SOURCE_LABELS, Problem, Source, choices_for
from tenancies.rules.report import REPORT
from tenancies.rules.triage import PRIORITY_LABELS, ReportFilters
from tenancies.services.reporting import Given
from tenancies.services.whose import TenantGiven

HEALTH = "Do not write about anyone’s health."
PRIVATE_LIFE = "Do not write about anyone’s health, drugs or offences."
"""What has no place in free words. A tenant who is threatened has to say so, and that is an offence."""
OWN_HELP = {Source.TENANT: HEALTH, Source.LANDLORD: PRIVATE_LIFE}
OFFICE_HELP = "Write nothing about health, drugs or offences that you do not need to help."


def tapped(question: Question) -> forms.ChoiceField:
    return forms.ChoiceField(label=question.words, choices=list(question.choices.items()), widget=Radios())


class TellForm(Form):
    """The questions of one problem. With `stranger` it asks first who lives there.

    `own_form` is false where an officer writes down for the landlord.
    """

    marks_optional = False

    def __init__(
        self, *args: Any, problem: Problem, source: Source, stranger: bool = False, own_form: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.problem, self.source = problem, source
        asked = {question.name: tapped(question) for question in questions(problem, source)}
        own = source in OWN_HELP
        asked["words"] = forms.CharField(
            label="Anything to add? (optional)" if own else "What we were told (optional)",
            help_text=f"You do not have to write anything. {OWN_HELP[source]}" if own else OFFICE_HELP,
            required=False,
            max_length=2000,
            widget=Paragraphs(rows=3),
        )
        first = dict(StrangerFields().fields) if stranger else {}
        if not own_form:
            for field in first.values():
                field.label = field.label.replace("Your tenant", "The tenant")
        self.fields = first | asked
        for name, field in self.fields.items():
            self._say(name, field)

    def given(self) -> Given:
        answers = {question.name: self.cleaned_data[question.name] for question in questions(self.problem, self.source)}
        return Given(self.problem, answers, self.cleaned_data["words"])

    def tenant(self) -> TenantGiven:
        answers = self.cleaned_data
        return TenantGiven(
            name=answers["tenant_name"],
            address=answers["address"],
            postcode=answers["postcode"],
            telephone=answers["tenant_telephone"],
            email=answers["tenant_email"],
        )


class StrangerFields(forms.Form):
    """A tenant whom we did not house, and where they live."""

    tenant_name = forms.CharField(label="Your tenant’s name", max_length=200, widget=Text(width=20))
    address = forms.CharField(label="Address of the home", max_length=300, widget=Paragraphs(rows=2))
    postcode = PostcodeField(label="Postcode")
    tenant_telephone = TelephoneField(label="Your tenant’s telephone (optional)", required=False)
    tenant_email = forms.EmailField(label="Your tenant’s email (optional)", required=False, max_length=254)


class AnswerForm(Form):
    body = forms.CharField(
        label="Your message",
        max_length=2000,
        widget=Paragraphs(rows=5),
        error_messages={"required": "Write your message"},
    )

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].help_text = f"Only your officer reads this. {OWN_HELP[source]}"


class TakeForm(Form):
    """An officer writes down what somebody told them: who, and which kind of problem."""

    source = forms.ChoiceField(
        label="Who told us?",
        choices=[(s.value, words) for s, words in SOURCE_LABELS.items() if s is not Source.CHECK_IN],
        widget=Radios(),
    )
    problem = forms.ChoiceField(label="What about?", choices=[("", "Choose"), *OFFICE_LABELS.items()])

    def clean_problem(self) -> str:
        problem, source = self.cleaned_data["problem"], self.cleaned_data.get("source")
        if source and Problem(problem) not in choices_for(Source(source)):
            raise ValidationError("They cannot report that themselves. Say that an officer told us", code="not_theirs")
        return str(problem)


class ReportFilterForm(FilterForm):
    q = forms.CharField(label="Reference, name, address or postcode", required=False, max_length=100)
    state = forms.ChoiceField(label="State", required=False, choices=[("", "Open"), ("all", "All"), *REPORT.choices])
    priority = forms.ChoiceField(label="How urgent", required=False, choices=[("", "Any"), *PRIORITY_LABELS.items()])
    problem = forms.ChoiceField(label="What about", required=False, choices=[("", "Anything"), *OFFICE_LABELS.items()])
    whose = forms.ChoiceField(
        label="Whose", required=False, choices=[("", "Everybody’s"), ("mine", "Mine"), ("nobody", "Nobody’s yet")]
    )
    late = forms.ChoiceField(
        label="Promise", required=False, choices=[("", "Any"), ("late", "Late"), ("waiting", "Not answered yet")]
    )

    def to_filters(self) -> ReportFilters:
        """What was asked for; anything unknown counts as not asked."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        names = ("state", "priority", "problem", "whose", "late")
        return ReportFilters(text=given.get("q", ""), **{name: given.get(name, "") for name in names})
