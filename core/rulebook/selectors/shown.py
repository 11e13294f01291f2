"""What the office sees of each table: which columns, in which order, and what may be searched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from core import dates
from core.dates import Period
from core.rulebook.models import DatedRow
from core.rulebook.rules import settings
from core.rulebook.rules.confidence import Confidence
from core.rulebook.rules.lha import Category
from core.rulebook.rules.regime import Regime
from core.rulebook.rules.settings import SettingKind
from core.states import Colour
from core.ui.components import Cell, Column, Tag

CONFIDENCE = {Confidence.HIGH: Colour.GREEN, Confidence.MEDIUM: Colour.GREY, Confidence.LOW: Colour.AMBER}


@dataclass(frozen=True)
class Shown:
    """How one table is shown. `about` says in a sentence what it is for."""

    about: str
    columns: tuple[tuple[Column, Callable[[Any], Cell]], ...]
    searched: tuple[str, ...]
    order: tuple[str, ...]


def plain(label: str, name: str, *, note: str = "", numeric: bool = False) -> tuple[Column, Callable[[Any], Cell]]:
    """A column that shows a field, with another as the smaller line under it."""
    return Column(label, numeric=numeric), lambda row: Cell(
        value(row, name), note=str(value(row, note)) if note else ""
    )


def value(row: DatedRow, name: str) -> Any:
    found = getattr(row, name)
    if found is None:
        return ""
    return {True: "Yes", False: "No"}[found] if isinstance(found, bool) else found


def spelled(slug: str) -> str:
    """A key of the code as words: "uc_taper" as "UC taper"."""
    words = slug.replace("_", " ")
    return (words[:1].upper() + words[1:]).replace("Uc ", "UC ").replace("Lha ", "LHA ").replace(" uc", " UC")


def holds(row: DatedRow) -> Cell:
    last = Period(row.valid_from, row.valid_to).last
    return Cell(f"from {dates.short(row.valid_from)}" + (f" to {dates.short(last)}" if last else ""))


def sure(row: DatedRow) -> Cell:
    return Cell(Tag(row.confidence_label, CONFIDENCE[Confidence(row.confidence)]))


SCHEMES = {"uc": "Universal Credit", "hb": "Housing Benefit"}
REGIMES: Mapping[str, str] = {
    Regime.PRIVATE: "Private homes from 1 May 2026",
    Regime.SOCIAL: "Social housing until its phase in 2027",
}
EVERY_TABLE = ((Column("Holds"), holds), plain("Source", "source"), (Column("How sure"), sure))


def kind_of_home(row: Any) -> Cell:
    return Cell(f"{row.category}: {Category(row.category).label}", note=row.brma_name)


def scheme_and_ground(row: Any) -> Cell:
    return Cell(row.label[:1].upper() + row.label[1:], note=SCHEMES[row.scheme])


def benefit(row: Any) -> Cell:
    return Cell(spelled(row.parameter), note=spelled(row.key))


def ground(row: Any) -> Cell:
    return Cell(f"Ground {row.ground}", note=REGIMES.get(row.regime, spelled(row.regime)))


def arrears_level(row: Any) -> Cell:
    return Cell(row.label, note=REGIMES.get(row.regime, spelled(row.regime)))


def figure(row: Any) -> Cell:
    return Cell(row.amount if row.amount is not None else f"{row.share * 100:.0f} %", note=f"a {row.period}")


def notice(row: Any) -> Cell:
    return Cell("none" if row.notice_number == 0 else f"{row.notice_number} {row.notice_unit}")


def setting_value(row: Any) -> Cell:
    found = settings.read(row.kind, row.value)
    shown = {True: "Yes", False: "No"}[found] if isinstance(found, bool) else row.value
    shown = dates.short(found) if row.kind == SettingKind.DAY else shown
    if row.signed_off_by:
        return Cell(shown, note=f"Signed off by {row.signed_off_by}, {dates.short(row.signed_off_on)}")
    return Cell(shown, note="For a solicitor to confirm" if row.for_solicitor else "")


SHOWN: Mapping[str, Shown] = {
    "lha_rates": Shown(
        "The most rent that benefits cover in each area, by size of home.",
        (
            (Column("Home and area"), kind_of_home),
            plain("Housing Benefit a week", "weekly", numeric=True),
            plain("Universal Credit a month", "monthly", numeric=True),
            plain("30th in 100 rents a week", "market_weekly", numeric=True),
        ),
        searched=("brma_name",),
        order=("brma_name", "category"),
    ),
    "shared_rate_exceptions": Shown(
        "Who is spared the shared accommodation rate under 35.",
        (
            (Column("Ground"), scheme_and_ground),
            plain("From age", "age_from", numeric=True),
            plain("Below age", "age_below", numeric=True),
            plain("Even when sharing", "even_when_sharing"),
        ),
        searched=("label",),
        order=("scheme", "pk"),
    ),
    "benefit_amounts": Shown(
        "Figures for the affordability check.",
        ((Column("Benefit"), benefit), (Column("Figure", numeric=True), figure)),
        searched=("parameter", "key"),
        order=("pk",),
    ),
    "possession_grounds": Shown(
        "Why and with how much notice a landlord may ask for a home back.",
        (
            (Column("Ground"), ground),
            plain("Mandatory", "mandatory"),
            (Column("Notice"), notice),
            plain("What it is", "summary", note="notes"),
        ),
        searched=("ground", "summary", "plain_words", "notes"),
        order=("pk",),
    ),
    "arrears_levels": Shown(
        "How much unpaid rent means what: in months, or in weeks where rent falls due more often.",
        (
            (Column("Level"), arrears_level),
            plain("Months", "months", numeric=True),
            plain("Weeks", "weeks", numeric=True),
            plain("Ground", "ground"),
            plain("Leaves out rent that waits for an award", "leaves_out_unpaid_award"),
        ),
        searched=("label", "ground"),
        order=("regime", "order"),
    ),
    "deposit_caps": Shown(
        "The most deposit a landlord may ask of a tenant.",
        (
            plain("Rent a year from", "annual_rent_from"),
            plain("Weeks of rent", "weeks", numeric=True),
        ),
        searched=(),
        order=("annual_rent_from",),
    ),
    "certificate_periods": Shown(
        "How long each certificate lasts and when we remind people.",
        (
            plain("Certificate", "label"),
            plain("Months", "months", numeric=True),
            plain("Days before the end when we remind", "alert_days"),
        ),
        searched=("label",),
        order=("pk",),
    ),
    "suitability_tests": Shown(
        "Each of these makes a home unsuitable where article 3 binds.",
        (
            (Column("Letter"), lambda row: Cell(f"({row.letter.replace('_', ')(')})")),
            plain("Not suitable if", "unsuitable_if"),
            plain("What to look at", "evidence"),
            plain("Does not apply when", "not_applicable_when"),
        ),
        searched=("unsuitable_if", "evidence"),
        order=("order",),
    ),
    "lettability_checks": Shown(
        "What else is checked before a home is let.",
        (
            plain("Check", "requirement", note="applies_when"),
            plain("What to look at", "evidence"),
            plain("Again", "renewal"),
            plain("If it is missing", "if_missing"),
        ),
        searched=("requirement", "evidence"),
        order=("pk",),
    ),
    "statistics_labels": Shown(
        "The words of the homelessness statistics. Their numbers come from the government and are not held yet.",
        (
            (Column("List"), lambda row: Cell(spelled(row.list_name))),
            plain("Label", "label", note="statutory_ground"),
            plain("Question", "question"),
            plain("Number", "code"),
        ),
        searched=("list_name", "label"),
        order=("list_name", "order"),
    ),
    "referral_bodies": Shown(
        "Who refers people to us, by duty or by choice.",
        (plain("Body", "label"), plain("Has a duty to refer", "has_duty")),
        searched=("label",),
        order=("pk",),
    ),
    "policy_settings": Shown(
        "What the council's own policy, or its solicitor, settles.",
        (plain("Setting", "label"), (Column("Value"), setting_value)),
        searched=("label", "name"),
        order=("pk",),
    ),
}
