"""Findings, and the notices that a landlord gave."""

from typing import Any

from django import forms
from django.http import QueryDict

from core.rulebook.rules.notices.facts import Letting, Paper
from core.ui.forms import Checkboxes, DateField, Paragraphs, Radios, RecordForm, YesNoField
from core.ui.widgets import PARTS
from households.rules.case import ANSWERS, PRIORITY_NEED_CATEGORIES, Question
from households.rules.notice import NOTICE_LABELS, TENANCY_LABELS, VALIDITY_LABELS, NoticeKind, Tenancy
from households.services.decisions import Finding, NoticeGiven

LETTINGS = {Tenancy.ASSURED: Letting.PRIVATE, Tenancy.SOCIAL_ASSURED: Letting.SOCIAL}
PAPERS = {NoticeKind.SECTION_21: Paper.SECTION_21, NoticeKind.OTHER: Paper.MESSAGE}


class FindingForm(RecordForm):
    """`barred` are the answers that cannot be chosen, each with why in a few words."""

    answer = forms.ChoiceField(label="What do you find?", widget=Radios())
    categories = forms.MultipleChoiceField(
        label="Why are they in priority need?",
        choices=list(PRIORITY_NEED_CATEGORIES.items()),
        widget=Checkboxes(small=True),
        error_messages={"required": "Choose why they are in priority need"},
    )
    reasons = forms.CharField(
        label="Your reasons",
        help_text="They go into the letter as you write them. Write to the person: “You told us that…”",
        required=False,
        max_length=6000,
        widget=Paragraphs(rows=6),
    )
    decided_on = DateField(label="Day of the decision")
    conditional = {"answer": {"yes": ["categories"]}}

    def __init__(self, *args: Any, question: Question, barred: dict[str, str], **kwargs: Any) -> None:
        if question is not Question.PRIORITY_NEED:
            self.conditional = {}
        super().__init__(*args, **kwargs)
        if question is not Question.PRIORITY_NEED:
            del self.fields["categories"]
        self.choose("answer", ANSWERS[question].items(), hints=barred, barred=barred)
        self.fields["reasons"].label = "Your reasons"


def to_finding(question: Question, answers: dict[str, Any]) -> Finding:
    return Finding(
        question=question,
        answer=answers["answer"],
        reasons=answers["reasons"],
        decided_on=answers["decided_on"],
        categories=tuple(answers.get("categories") or ()) if answers["answer"] == "yes" else (),
    )


class NoticeForm(RecordForm):
    kind = forms.ChoiceField(
        label="What kind of notice is it?", choices=[(k.value, v) for k, v in NOTICE_LABELS.items()], widget=Radios()
    )
    grounds = forms.CharField(
        label="Grounds in the notice", help_text="With commas: 1A, 8", required=False, max_length=60
    )
    tenancy = forms.ChoiceField(
        label="What kind of tenancy do they have?",
        choices=[(k.value, v) for k, v in TENANCY_LABELS.items()],
        widget=Radios(),
    )
    tenancy_began_on = DateField(label="The day the tenancy began", required=False)
    served_on = DateField(label="The day the notice was given")
    specified_on = DateField(label="The date in the notice", help_text="It is not the day they must leave.")
    validity = forms.ChoiceField(
        label="Is the notice valid, as far as you can tell?",
        choices=[(k.value, v) for k, v in VALIDITY_LABELS.items()],
        widget=Radios(inline=True),
    )
    only_home = YesNoField(label="Is it the only home they can live in?")
    conditional = {"kind": {NoticeKind.SECTION_8.value: ["grounds"]}}


def to_check(typed: QueryDict) -> QueryDict:
    """What was typed about a notice, as the notice checker asks for it."""
    asked = QueryDict(mutable=True)
    asked["letting"] = LETTINGS.get(typed.get("tenancy", ""), "")
    asked["paper"] = PAPERS.get(typed.get("kind", ""), "")
    for name in ("tenancy_began_on", "served_on", "specified_on"):
        for part in PARTS:
            asked[f"{name}-{part}"] = typed.get(f"{name}-{part}", "")
    return asked


def to_notice(answers: dict[str, Any]) -> NoticeGiven:
    grounds = tuple(part.strip().upper() for part in (answers["grounds"] or "").split(",") if part.strip())
    return NoticeGiven(**{**answers, "grounds": grounds})
