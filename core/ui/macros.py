"""The GOV.UK macros, compiled once a process and called with plain dictionaries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, PackageLoader, PrefixLoader
from markupsafe import Markup

RAW_KEYS = frozenset({"html", "titleHtml", "descriptionHtml"})


@cache
def environment() -> Environment:
    return Environment(
        loader=PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def macro(component: str) -> Any:
    """The macro of a component by its GOV.UK name: `date-input` gives `govukDateInput`."""
    template = environment().get_template(f"govuk_frontend_jinja/components/{component}/macro.html")
    return getattr(template.module, "govuk" + component.title().replace("-", ""))


def guarded(value: Any, key: str = "") -> Any:
    """The parameters with every raw `html` that nobody marked safe escaped, and lazy text made plain."""
    if isinstance(value, Mapping):
        return {name: guarded(item, str(name)) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [guarded(item) for item in value]
    if value is None or isinstance(value, bool | int):
        return value
    if key in RAW_KEYS:
        return Markup(conditional_escape(value))  # noqa: S704  escaped on this line unless marked safe
    return str(value) + "" if not hasattr(value, "__html__") else Markup(value.__html__())  # noqa: S704  what marks itself safe


def render(component: str, params: Mapping[str, Any]) -> SafeString:
    """The HTML of one component. `params` are the names that GOV.UK documents.

    Text is escaped by the macro. A value under `html` is escaped too, unless it is marked safe.
    """
    return mark_safe(macro(component)(guarded(params)))  # noqa: S308  made by macros that escape


@dataclass(frozen=True)
class Asked:
    """Parameters as a key: the same when they read the same."""

    written: str
    params: Mapping[str, Any] = field(compare=False)


@lru_cache(maxsize=256)
def _kept(component: str, asked: Asked) -> SafeString:
    return mark_safe(macro(component)(asked.params))  # noqa: S308  made by macros that escape


def render_kept(component: str, params: Mapping[str, Any]) -> SafeString:
    """As `render`, but made once a process for the same parameters: for what a list asks, never what a person typed."""
    safe = guarded(params)
    return _kept(component, Asked(repr(safe), safe))


def words(value: Any) -> dict[str, Any]:
    """`value` as the `text` of a component, or as its `html` when it is marked safe."""
    return {"html" if hasattr(value, "__html__") else "text": value}
