"""What an officer is asked when they act on a tenancy concern."""

from typing import Any

from django import forms

from core.errors import DomainError
from core.ui.forms import Checkboxes, DateField, Paragraphs, Radios, RecordForm, Text, YesNoField
from tenancies.forms.grounds import GroundsField
from tenancies.models import AgreedAction
from tenancies.rules.joint import BARRIER_LABELS, Barrier
from tenancies.rules.report import (
    BECAME_LABELS,
    CONTACT_LABELS,
    OUTCOME_LABELS,
    OWNER_LABELS,
    SIDE_LABELS,
    STAGE_LABELS,
    ContactBy,
    Intention,
    Outcome,
    Owner,
    Side,
    Stage,
)
from tenancies.rules.triage import PRIORITY_LABELS, Priority
from tenancies.services.agreeing import ActionGiven
from tenancies.services.contacting import Delivery

CONCERN = (
    "Someone told us that there is a concern about your tenancy. You have done nothing wrong by this, and you do "
    "not have to do anything. We can help with rent, repairs and talking with your landlord. It is free."
)
DELIVERY_LABELS = {
    Delivery.EMAIL: "By e-mail, sent now",
    Delivery.LETTER: "By letter, posted today",
    Delivery.IN_PERSON: "In person, with the notice on paper",
}


def chosen(labels: dict[Any, str], kind: type, **kwargs: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(choices=list(labels.items()), coerce=kind, widget=Radios(), **kwargs)


def words(label: str, *, rows: int = 4, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=2000, widget=Paragraphs(rows=rows), **kwargs)


class TriageForm(RecordForm):
    priority = chosen(PRIORITY_LABELS, Priority, label="How urgent is it?")
    lead = YesNoField(label="Are you the lead worker?", yes="Yes, I take it on", no="No, leave it to the team")
    note = words("Why, if you decide otherwise than proposed", rows=2, required=False)


class BarrierForm(RecordForm):
    barrier = chosen(
        BARRIER_LABELS,
        Barrier,
        label="Why are the two sides kept apart?",
        help_text="Domestic abuse and safeguarding also hide this from officers who do not work on it.",
    )


class LiftForm(RecordForm):
    barrier = chosen({}, Barrier, label="Which mark?")
    reason = words("Why does it not apply?")

    def __init__(self, *args: Any, barriers: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("barrier", [(b, BARRIER_LABELS[Barrier(b)]) for b in barriers])


class TryForm(RecordForm):
    side = chosen(SIDE_LABELS, Side, label="Whom did you try?")
    by = chosen(CONTACT_LABELS, ContactBy, label="How?")
    reached = YesNoField(label="Did you reach them?")
    tried_on = DateField(label="Which day?")
    note = words("Note", rows=2, required=False)


class NoteForm(RecordForm):
    note = words("What did you find?")


class AnsweredForm(RecordForm):
    note = words("How did you answer them, and what did you say?", rows=2)


class NoCaseForm(RecordForm):
    reason = words("Why does no case open for the tenant?")


class OptionalNoteForm(RecordForm):
    note = words("Note", required=False)


class WithholdForm(RecordForm):
    note = words("Why is telling the tenant not safe?", help_text="This is the note of necessity. It is kept.")


class WriteForm(RecordForm):
    body = words("Your message", rows=6)


class TellTenantForm(RecordForm):
    words = words("What the tenant is told", rows=6, initial=CONCERN)
    delivery = chosen(
        DELIVERY_LABELS,
        Delivery,
        label="How?",
        help_text="For a letter or in person, we make the notice. Print it on the page of this concern.",
    )
    name_source = YesNoField(
        label="Say that the landlord told us?", help_text="Say no unless you are sure that it is safe.", initial=False
    )


class ConfirmForm(RecordForm):
    how = forms.CharField(
        label="How do you know that it is the tenant’s?",
        help_text="For example: they told us when we called round.",
        max_length=200,
        widget=Text(),
    )


ROWS = 3


class AgreeForm(RecordForm):
    """Up to three actions at a time. Spare lines stay empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, ROWS + 1):
            needed = number == 1
            self.fields[f"what_{number}"] = forms.CharField(
                label=f"Action {number}", max_length=300, required=needed, widget=Text()
            )
            self.fields[f"owner_{number}"] = forms.ChoiceField(
                label=f"Who does action {number}?",
                choices=[("", "Choose"), *OWNER_LABELS.items()],
                required=needed,
            )
            self.fields[f"due_on_{number}"] = DateField(label=f"Action {number} by which day?", required=needed)
        for name, field in self.fields.items():
            self._say(name, field)

    def clean(self) -> dict[str, Any]:
        answers = self.cleaned_data
        found = []
        for number in range(1, ROWS + 1):
            what, owner, due_on = (answers.get(f"{name}_{number}") for name in ("what", "owner", "due_on"))
            if not what and not owner and not due_on:
                continue
            for name, value in (("what", what), ("owner", owner), ("due_on", due_on)):
                if not value and f"{name}_{number}" not in self.errors:
                    self.add_error(f"{name}_{number}", f"Action {number} needs what, who and by when")
            if what and owner and due_on:
                found.append(ActionGiven(Owner(owner), what, due_on))
        return {"seen": answers.get("seen"), "actions": tuple(found)}

    def refuse(self, error: DomainError) -> None:
        """The service names fields without the number of the action."""
        error.field = f"{error.field}_1" if error.field else error.field
        super().refuse(error)


class ShareForm(RecordForm):
    numbers = forms.TypedMultipleChoiceField(label="Which actions?", coerce=int, widget=Checkboxes())
    agreed_on = DateField(label="When did the tenant agree to share them?")
    agreed_how = forms.CharField(
        label="How did the tenant agree?", help_text="For example: on the telephone.", max_length=200, widget=Text()
    )

    def __init__(self, *args: Any, actions: list[AgreedAction], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("numbers", [(a.number, a.what) for a in actions])

    def clean_numbers(self) -> tuple[int, ...]:
        return tuple(self.cleaned_data["numbers"])


class RangForm(RecordForm):
    advice = words("What did you advise the landlord?", help_text="We send it to them. Say nothing of the tenant.")
    waits_until = DateField(
        label="Until when did they promise to wait?",
        help_text="Leave it empty if they did not. It changes no date of the tenant’s.",
        required=False,
    )


class RightsForm(RecordForm):
    advice = words("What did you tell the tenant besides their rights?")


class ServedForm(RecordForm):
    served_on = DateField(label="When was notice given?")
    ends_on = DateField(label="The date in the notice")
    grounds = GroundsField(label="Which grounds does it name?", required=False)


class EndingForm(RecordForm):
    """With `follows`, while nobody has said yet what became of a notice, it is asked."""

    def __init__(self, *args: Any, follows: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if follows:
            asked = "What became of the notice that the landlord spoke of?"
            self.fields["became"] = chosen(BECAME_LABELS, Intention, label=asked)
            self._say("became", self.fields["became"])
            self.order_fields(["outcome", "stage", "became"])


class EndNoteForm(EndingForm):
    note = words("Note", required=False)


class ResolveForm(EndingForm):
    outcome = chosen(
        {o: w for o, w in OUTCOME_LABELS.items() if o is not Outcome.DECLINED}, Outcome, label="How did it end?"
    )
    note = words("Note", rows=2, required=False)


class EscalateForm(EndingForm):
    stage = chosen(STAGE_LABELS, Stage, label="Where does the work go on?")
    reason = words("Why?")


class ReasonForm(RecordForm):
    reason = words("Why?")
