"""The form that every form of ours starts from: plain errors, fields that open under an answer."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ImproperlyConfigured, ValidationError

from core.errors import DomainError, Refused
from core.ui.fields import DateField, FilesField, YesNoField
from core.ui.widgets import Checkboxes, Paragraphs, Radios, Text, Upload

__all__ = [
    "Checkboxes",
    "DateField",
    "FilesField",
    "FilterForm",
    "Form",
    "Paragraphs",
    "Radios",
    "RecordForm",
    "Text",
    "Upload",
    "YesNoField",
]


def in_a_sentence(label: str) -> str:
    """The label with a small first letter, unless it starts with an abbreviation or with "I"."""
    return label if label[1:2].isupper() or label.startswith(("I ", "I’")) else label[:1].lower() + label[1:]


def default_errors(field: forms.Field, label: str) -> dict[str, str]:
    """What to say when this field is wrong: what it should be, and how to put it right."""
    named = bool(label) and not label.endswith("?")
    question = f"Your answer to “{label}”" if label else "Your answer"
    subject = (label if named else question).replace("%", "%%")
    if isinstance(field, forms.FileField):
        required = "Choose a file"
    elif not named:
        required = f"Answer the question: {label}" if label else "Give an answer"
    elif isinstance(field, forms.BooleanField):
        required = f"Tick the box to go on: {label}"
    elif isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        required = f"Select {in_a_sentence(label)}"
    else:
        required = f"Enter {in_a_sentence(label)}"
    errors = {
        "required": required,
        "max_length": f"{subject} must be %(limit_value)d characters or fewer",
        "min_length": f"{subject} must be %(limit_value)d characters or more",
        "max_value": f"{subject} must be %(limit_value)s or less",
        "min_value": f"{subject} must be %(limit_value)s or more",
        "null_characters_not_allowed": f"{subject} has a character that we cannot store. Take it out",
        "invalid_choice": "Select one of the answers in the list",
    }
    if isinstance(field, forms.EmailField):
        errors["invalid"] = "Enter an email address in the correct format, like name@example.com"
    elif isinstance(field, forms.IntegerField):
        errors["invalid"] = f"{subject} must be a number, like 3"
    elif isinstance(field, forms.FileField):
        errors |= {"empty": "The file is empty. Choose another", "invalid": "The file did not arrive. Choose it again"}
        errors |= {"max_length": "The file's name is too long. Give it a shorter one"}
    return errors


class Form(forms.Form):
    """The base of every form.

    `conditional` opens fields under an answer: `{"contact": {"phone": ["telephone"]}}` shows
    `telephone` when `contact` is "phone". A field that is not shown is not required, and whatever
    was typed in it is dropped. The box of a single tick is "on". A field stands under one answer
    only: two boxes of one name would lose what is typed in the first.

    Fields that may be left out say "(optional)" unless `marks_optional` is False.
    """

    conditional: ClassVar[Mapping[str, Mapping[str, Sequence[str]]]] = {}
    marks_optional = True
    use_required_attribute = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        children = [name for branches in cls.conditional.values() for names in branches.values() for name in names]
        if twice := {name for name in children if children.count(name) > 1}:
            raise ImproperlyConfigured(f"{cls.__name__} shows {', '.join(sorted(twice))} under two answers")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.parents = {
            child: (parent, value)
            for parent, branches in self.conditional.items()
            for value, children in branches.items()
            for child in children
        }
        self.required_when_shown = {name for name in self.parents if self.fields[name].required}
        for name, field in self.fields.items():
            self._say(name, field)
            if name in self.required_when_shown:
                field.required = False

    def choose(
        self,
        name: str,
        choices: Iterable[tuple[Any, str]],
        *,
        hints: Mapping[str, str] | None = None,
        barred: Iterable[str] = (),
    ) -> None:
        """Say what this field offers, once that is known. Radios can have hints, and answers that are barred."""
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"{name} offers no choices")
        field.choices = list(choices)
        if isinstance(field.widget, Radios):
            field.widget.hints = hints or field.widget.hints
            field.widget.barred = frozenset(barred)

    def _say(self, name: str, field: forms.Field) -> None:
        """Put our words where the author of the field, or its own class, has written none."""
        stock: dict[str, Any] = {}
        for cls in reversed(type(field).__mro__):
            if cls.__module__.startswith("django."):
                stock |= getattr(cls, "default_error_messages", {})
        label = str(field.label) if field.label is not None else name.replace("_", " ").capitalize()
        for code, message in default_errors(field, label).items():
            if field.error_messages.get(code) is stock.get(code):
                field.error_messages[code] = message

    def shown(self, name: str) -> bool:
        """Whether the answers given lead to this field."""
        if name not in self.parents:
            return True
        parent, value = self.parents[name]
        given = self[parent].data if self.is_bound else self[parent].value()
        if isinstance(given, list | tuple):
            chosen = value in [str(item) for item in given]
        elif isinstance(self.fields[parent], forms.BooleanField):
            chosen = bool(given)
        else:
            chosen = str(given) == value
        return chosen and self.shown(parent)

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]  # private, so its types leave it out
        for name in self.parents:
            field = self.fields[name]
            if not self.shown(name):
                self.errors.pop(name, None)
                self.cleaned_data[name] = _nothing(field)
            elif name in self.required_when_shown and self.cleaned_data.get(name) in field.empty_values:
                self._require(name, field)

    def _require(self, name: str, field: forms.Field) -> None:
        if name not in self.errors:
            self.add_error(name, ValidationError(field.error_messages["required"], code="required"))

    def refuse(self, error: DomainError) -> None:
        """Show why the service refused, at the field it names if this form has it.

        What a policy refuses is raised again: it is a page of its own and a line in the log.
        """
        if isinstance(error, Refused):
            raise error
        field = error.field if error.field in self.fields else None
        self.add_error(field, ValidationError(error.message, code=error.code or "refused"))


def _nothing(field: forms.Field) -> Any:
    """What a field yields when nothing was answered."""
    if isinstance(field, forms.MultipleChoiceField | FilesField):
        return []
    return getattr(field, "empty_value", None)


class RecordForm(Form):
    """A form that changes a record: carries the version that the person had on screen, for `seen=`."""

    seen = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=1,
        error_messages={"required": "Open this page again: we do not know which version you were looking at"},
    )


class FilterForm(Form):
    """The form of a list's filters: everything may be left out, and nothing says so."""

    marks_optional = False
