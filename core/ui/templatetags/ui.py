import json
from collections.abc import Sequence
from typing import Any

from django import forms, template
from django.conf import settings
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.access import once
from core.ui import addresses, controls, kept, macros, values
from core.ui.components import Row, Strip

register = template.Library()

# As Django's own json_script: nothing in the data can end the element that holds it.
SCRIPT_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def govuk_field(bound: BoundField, **look: Any) -> SafeString:
    """One field: `{% govuk_field form.name %}`, `{% govuk_field form.name as_heading=True %}`."""
    return controls.render_field(bound, controls.Look(**look))


@register.simple_tag
def govuk_fields(form: forms.BaseForm) -> SafeString:
    """Every field of a form in order, hidden ones too."""
    return controls.render_fields(form)


@register.simple_tag
def govuk_filters(form: forms.BaseForm) -> SafeString:
    """The fields of a list's filters in order."""
    return controls.render_filters(form)


@register.simple_tag
def govuk_errors(*forms_on_page: forms.BaseForm) -> SafeString:
    """The error summary of the page's forms, or nothing."""
    return controls.error_summary(*(form for form in forms_on_page if form))


@register.simple_tag
def govuk(component: str, **params: Any) -> SafeString:
    """Any component by its GOV.UK name and parameters: `{% govuk "button" text="Save" %}`.

    A double underscore goes one level down: `hint__text="..."`.
    """
    nested: dict[str, Any] = {}
    for path, value in params.items():
        *above, last = path.split("__")
        level = nested
        for name in above:
            level = level.setdefault(name, {})
        level[last] = value
    return macros.render(component, nested)


@register.simple_tag
def form_key() -> SafeString:
    """A one-use key in the form, so that sending it twice does it once."""
    return format_html('<input type="hidden" name="form_key" value="{}">', once.new_key())


@register.inclusion_tag("ui/strip.html", name="strip")
def show_strip(strip: Strip) -> dict[str, Any]:
    """One promise on every record."""
    return {"strip": strip}


register.simple_tag(kept.kept)
register.filter(values.show)
register.filter(values.rows)


@register.simple_tag
def address(name: str, *arguments: Any) -> str:
    """The address of a named page, or nothing when the site has no such page."""
    return addresses.page_url(name, *arguments)


@register.simple_tag(takes_context=True)
def record_address(context: template.Context, kind: str, reference: str) -> str:
    """The address of a record's page for the reader's own door, or nothing."""
    return addresses.record_url((kind, reference), context["actor"])


@register.filter
def any_action(rows: Sequence[Row]) -> bool:
    """Whether some row of a summary list has something to do beside it."""
    return any(row.action for row in rows)


@register.simple_tag
def council() -> dict[str, str]:
    """Whose service this is and how to ring them: known even when nothing else works."""
    return {"name": settings.COUNCIL_NAME, "telephone": settings.COUNCIL_TELEPHONE}


@register.filter
def dial(telephone: str) -> str:
    """A telephone number as the address of a link that rings it."""
    return "tel:" + "".join(sign for sign in telephone.replace("(0)", "") if sign in "+0123456789")


@register.filter
def mail_to(address: str) -> str:
    """An e-mail address as the address of a link that writes to it."""
    return f"mailto:{address}"


@register.simple_tag
def structured_data(described: dict[str, Any]) -> SafeString:
    """What a page is about, for search engines (JSON-LD). It is data, which browsers never run."""
    escaped = json.dumps(described, ensure_ascii=False).translate(SCRIPT_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(escaped))
