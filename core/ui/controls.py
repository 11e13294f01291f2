"""From a Django form to GOV.UK components: which control a field needs, and with which parameters."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.widgets import Input
from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString

from core.ui import macros
from core.ui.macros import words
from core.ui.widgets import PARTS, DateWidget

Params = dict[str, Any]
DIRECT = ("autocomplete", "autocapitalize", "inputmode", "pattern", "spellcheck", "rows")
LEFT_OUT = frozenset({*DIRECT, "class", "type", "maxlength", "minlength", "min", "max", "step", "cols", "placeholder"})


@dataclass(frozen=True)
class Look:
    """How one field is to be shown. `size` is s, m, l or xl; a page heading is l unless said.

    `quiet` keeps the question for screen readers only: the page's heading asks it already.
    """

    as_heading: bool = False
    quiet: bool = False
    size: str = ""
    label: str = ""
    hint: str = ""
    classes: str = ""


def error_of(bound: BoundField) -> str:
    """The first thing wrong with the field."""
    return str(bound.errors[0]) if bound.errors else ""


def wrong_parts(bound: BoundField) -> tuple[str, ...]:
    """Which boxes of a date are wrong: all of them unless the error says which."""
    for error in bound.form.errors.get(bound.name, forms.utils.ErrorList()).as_data():
        return tuple((error.params or {}).get("parts") or PARTS)
    return ()


def _named(bound: BoundField, look: Look) -> Any:
    label = look.label or bound.label
    optional = getattr(bound.form, "marks_optional", False) and not bound.field.required
    must = bound.name in getattr(bound.form, "required_when_shown", ())
    if optional and not must and not isinstance(bound.field.widget, forms.CheckboxInput) and "optional" not in label:
        return f"{label} (optional)"
    return label


def _base(bound: BoundField, look: Look) -> Params:
    params: Params = {"name": bound.html_name}
    if look.classes:
        params["classes"] = look.classes
    if hint := look.hint or bound.help_text:
        params["hint"] = words(hint)
    if error := error_of(bound):
        params["errorMessage"] = {"text": error}
    return params


def _classes(look: Look, sized: str) -> Params:
    classes = "govuk-visually-hidden" if look.quiet else sized
    return {"classes": classes} if classes else {}


def _label(bound: BoundField, look: Look) -> Params:
    size = look.size or ("l" if look.as_heading else "")
    classes = _classes(look, f"govuk-label--{size}" if size else "")
    return words(_named(bound, look)) | classes | ({"isPageHeading": True} if look.as_heading else {})


def _fieldset(bound: BoundField, look: Look) -> Params:
    size = look.size or ("l" if look.as_heading else "")
    classes = _classes(look, f"govuk-fieldset__legend--{size}" if size else "")
    legend = words(_named(bound, look)) | classes | ({"isPageHeading": True} if look.as_heading else {})
    return {"legend": legend}


def _single(bound: BoundField, look: Look) -> Params:
    """What every control of one box takes: id, label, attributes of the widget."""
    attrs = bound.field.widget.attrs
    params = _base(bound, look) | {"id": bound.auto_id, "label": _label(bound, look)}
    params |= {key: attrs[key] for key in DIRECT if key in attrs}
    if "class" in attrs:
        params["classes"] = f"{attrs['class']} {params.get('classes', '')}".strip()
    if bound.field.disabled:
        params["disabled"] = True
    rest = {key: value for key, value in attrs.items() if key not in LEFT_OUT and value not in (False, None)}
    return params | (
        {"attributes": {key: "" if value is True else value for key, value in rest.items()}} if rest else {}
    )


def _value(bound: BoundField) -> str | None:
    value = bound.field.widget.format_value(bound.value())
    return None if value is None else str(value)


def _input(bound: BoundField, look: Look) -> tuple[str, Params]:
    widget = bound.field.widget
    params = _single(bound, look) | {"value": _value(bound), "type": widget.input_type}
    if isinstance(widget, forms.NumberInput):
        params |= {"type": "text", "spellcheck": False}
        params.setdefault("inputmode", "numeric" if isinstance(bound.field, forms.IntegerField) else "decimal")
    if isinstance(widget, forms.EmailInput):
        params["spellcheck"] = False
    for side in ("prefix", "suffix"):
        if text := getattr(widget, side, ""):
            params[side] = {"text": text}
    if width := getattr(widget, "width", 0):
        params["classes"] = f"{params.get('classes', '')} govuk-input--width-{width}".strip()
    return "input", params


def _password(bound: BoundField, look: Look) -> tuple[str, Params]:
    return "password-input", _single(bound, look)


def _textarea(bound: BoundField, look: Look) -> tuple[str, Params]:
    # The macros indent what stands inside a fieldset: line ends as entities keep the text as typed.
    value = SafeString(escape(_value(bound) or "").replace("\n", "&#10;"))
    params = _single(bound, look) | {"value": value}
    if longest := getattr(bound.field, "max_length", None):
        return "character-count", params | {"maxlength": longest, "threshold": 75}
    return "textarea", params


def _file(bound: BoundField, look: Look) -> tuple[str, Params]:
    params = _single(bound, look) | {"javascript": True}
    return "file-upload", params | ({"multiple": True} if getattr(bound.field.widget, "multiple", False) else {})


def _options(bound: BoundField) -> Iterator[dict[str, Any]]:
    """The choices of a field as Django sees them, groups laid flat."""
    widget = bound.field.widget
    value = widget.format_value(bound.value())
    for _, group, _ in widget.optgroups(bound.html_name, value, {}):
        yield from group


def _select(bound: BoundField, look: Look) -> tuple[str, Params]:
    items = [
        {
            "value": str(option["value"]),
            "text": "Choose" if option["label"] == "---------" else option["label"],
            "selected": bool(option["selected"]),
        }
        for option in _options(bound)
    ]
    return "select", _single(bound, look) | {"items": items}


def _item(bound: BoundField, option: dict[str, Any]) -> Params:
    value = str(option["value"])
    item: Params = words(option["label"]) | {"value": value, "checked": bool(option["selected"])}
    if hint := getattr(bound.field.widget, "hints", {}).get(value):
        item["hint"] = words(hint)
    if bound.field.disabled or value in getattr(bound.field.widget, "barred", ()):
        item["disabled"] = True
    if getattr(bound.field.widget, "exclusive", "") == value and value:
        item["behaviour"] = "exclusive"
    return item | _revealed(bound, value)


def _revealed(bound: BoundField, value: str) -> Params:
    children = getattr(bound.form, "conditional", {}).get(bound.name, {}).get(value, ())
    html = format_html_join("\n", "{}", ((render_field(bound.form[child]),) for child in children))
    return {"conditional": {"html": html}} if children else {}


def _several(component: str) -> Callable[[BoundField, Look], tuple[str, Params]]:
    def control(bound: BoundField, look: Look) -> tuple[str, Params]:
        widget = bound.field.widget
        items: list[Params] = []
        for option in _options(bound):
            if component == "radios" and option["value"] in ("", None):
                continue
            if getattr(widget, "divider", "") and str(option["value"]) == widget.divider:
                items.append({"divider": "or"})
            items.append(_item(bound, option))
        params = _base(bound, look) | {"idPrefix": bound.auto_id, "fieldset": _fieldset(bound, look), "items": items}
        named = [params.get("classes", "")]
        named += [f"govuk-{component}--{style}" for style in ("inline", "small") if getattr(widget, style, False)]
        if classes := " ".join(name for name in named if name):
            params["classes"] = classes
        return component, params

    return control


def _tick(bound: BoundField, look: Look) -> tuple[str, Params]:
    """One tick box: its label is the statement that is ticked, its hint stands under it."""
    params = _base(bound, look)
    item: Params = words(_named(bound, look)) | {"value": "on", "checked": bool(bound.value())}
    if hint := params.pop("hint", None):
        item["hint"] = hint
    if bound.field.disabled:
        item["disabled"] = True
    return "checkboxes", params | {"idPrefix": bound.auto_id, "items": [item | _revealed(bound, "on")]}


def _date(bound: BoundField, look: Look) -> tuple[str, Params]:
    wrong = wrong_parts(bound)
    typed = bound.field.widget.format_value(bound.value())
    autocomplete = bound.field.widget.attrs.get("autocomplete", "")
    items = []
    for part, value in zip(PARTS, typed, strict=True):
        classes = f"govuk-input--width-{4 if part == 'year' else 2}"
        item: Params = {"name": part, "value": value, "classes": classes}
        if part in wrong:
            item["classes"] += " govuk-input--error"
        if autocomplete == "bday":
            item["autocomplete"] = f"bday-{part}"
        items.append(item)
    params = _base(bound, look) | {"id": bound.auto_id, "namePrefix": bound.html_name, "items": items}
    params.pop("name")
    return "date-input", params | {"fieldset": _fieldset(bound, look)}


# In this order: Django's CheckboxSelectMultiple is a RadioSelect, and a RadioSelect is no Select.
CONTROLS: tuple[tuple[type[forms.Widget], Callable[[BoundField, Look], tuple[str, Params]]], ...] = (
    (forms.CheckboxInput, _tick),
    (forms.CheckboxSelectMultiple, _several("checkboxes")),
    (forms.RadioSelect, _several("radios")),
    (forms.Select, _select),
    (DateWidget, _date),
    (forms.Textarea, _textarea),
    (forms.FileInput, _file),
    (forms.PasswordInput, _password),
    (Input, _input),
)


def field_params(bound: BoundField, look: Look | None = None) -> tuple[str, Params]:
    """The component for a field and its parameters. Raises TypeError for a widget that has none."""
    for widget, control in CONTROLS:
        if isinstance(bound.field.widget, widget) and not isinstance(bound.field.widget, forms.SelectMultiple):
            return control(bound, look or Look())
    raise TypeError(f"no GOV.UK control for {type(bound.field.widget).__name__} ({bound.name})")


def render_field(bound: BoundField, look: Look | None = None) -> SafeString:
    """One field with its label, hint and error. Hidden fields come out bare."""
    if bound.is_hidden:
        return SafeString(str(bound.as_hidden()))
    return macros.render(*field_params(bound, look))


def render_fields(form: forms.BaseForm) -> SafeString:
    """Every field in order; those that open under an answer stand inside it."""
    inside = getattr(form, "parents", {})
    return format_html_join("\n", "{}", ((render_field(bound),) for bound in form if bound.name not in inside))


def render_filters(form: forms.BaseForm) -> SafeString:
    """Every field of a list's filters. One with fixed choices, or an empty box, looks the same for everyone."""
    return format_html_join("\n", "{}", ((_filter(bound),) for bound in form))


def _filter(bound: BoundField) -> SafeString:
    if bound.is_hidden or bound.errors:
        return render_field(bound)
    component, params = field_params(bound)
    same = component in ("select", "radios", "checkboxes") or not bound.value()
    return (macros.render_kept if same else macros.render)(component, params)


def first_box(bound: BoundField) -> str:
    """The id that the error summary links to: the first box that is wrong."""
    if isinstance(bound.field.widget, DateWidget):
        return f"{bound.auto_id}-{wrong_parts(bound)[0]}"
    return str(bound.auto_id)


def error_summary(*forms_on_page: forms.BaseForm) -> SafeString:
    """What is wrong with the forms of a page, each linked to its box. Empty when nothing is."""
    items: list[Params] = []
    for form in forms_on_page:
        if not form.is_bound or not form.errors:
            continue
        items += [{"text": str(message)} for message in form.non_field_errors()]
        for bound in form:
            if bound.errors and bound.is_hidden:
                items.append({"text": error_of(bound)})
            elif bound.errors:
                items.append({"text": error_of(bound), "href": f"#{first_box(bound)}"})
    if not items:
        return SafeString()
    return macros.render("error-summary", {"titleText": "There is a problem", "errorList": items})
