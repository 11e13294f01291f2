"""What the public calculators answer, by the office's rules and figures, in lines that each name their source."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.conf import settings

from cms.forms import left_over, rent_help
from core.errors import DomainError
from core.money import Money
from core.places import selectors as places
from core.places.rules import postcode as postcodes
from core.places.rules.brma import Quality
from core.rulebook.rules import affordability
from core.rulebook.rules.affordability import Amounts, Circumstances, Estimate
from core.rulebook.rules.bedrooms import counted_as
from core.rulebook.rules.lha import Category, Entitlement
from core.rulebook.rules.rates import Answer
from core.rulebook.rules.shared_rate import SHARED_RATE_BELOW
from core.rulebook.selectors import rates
from core.ui.components import Cell, Column, SumLine, Table
from lettings.rules import affordability as office
from lettings.rules.affordability import Given

STEP = 100
LOWEST_STEP, HIGHEST_STEP = 500, 2_000


def areas() -> list[Any]:
    """Every rental market area of England, the council's own first."""
    names = rates.brma_names()
    own = [share.brma_key for share in places.brmas_of(settings.AUTHORITY_CODE) if share.brma_key in names]
    rest = [(key, name) for key, name in names.items() if key not in own]
    return [("Around here", [(key, names[key]) for key in own]), ("Elsewhere in England", rest)]


def area_of(typed: str, chosen: str) -> str:
    """The area that was chosen, or else that of the postcode.

    Raises DomainError on `area` when the postcode may lie in more than one: nobody guesses at somebody's money.
    """
    if chosen:
        return chosen
    found = postcodes.parse(typed)
    place = places.locate(found)
    likely = places.suggest_brma(found, place.authority_code)
    if likely is None or likely.quality is Quality.SPLIT:
        near = " or ".join(share.name for share in places.brmas_of(place.authority_code)[:3])
        words = f"{found} may be in more than one area. Choose one" + (f": {near}" if near else "")
        raise DomainError(words, field="area", code="area_unsure")
    return likely.brma_key


def may_be_spared(answer: Answer, age: int) -> bool:
    """Whether to ask about the exceptions: only of someone under 35 whom the shared rate would meet."""
    return age < SHARED_RATE_BELOW and Category.SHARED in (answer.uc.category, answer.hb.category)


def rent_help_answer(answers: dict[str, Any], grounds: Iterable[str], on: date) -> Answer:
    """The allowance, by the one way to it. Raises DomainError on `postcode` or `area` as `area_of` does."""
    brma = area_of(answers["postcode"], answers["area"])
    return rates.lha_answer(rent_help.household(answers, frozenset(grounds)), brma=brma, on=on)


def rent_help_page(answer: Answer) -> dict[str, Any]:
    """All that the answer's page shows."""
    size = "room" if answer.uc.category is Category.SHARED else str(answer.uc.bedrooms)
    limit = next_step(answer.monthly)
    return {
        "answer": answer,
        "size": size_in_words(answer.uc),
        "uc_lines": bedroom_lines(answer.uc),
        "hb_lines": bedroom_lines(answer.hb),
        "hb_size": size_in_words(answer.hb),
        "differs": (answer.uc.bedrooms, answer.uc.category) != (answer.hb.bedrooms, answer.hb.category),
        "homes_query": f"?bedrooms={size}&sort=rent" + (f"&rent={limit}" if limit else ""),
        "homes_limit": Money(limit * 100).short if limit else "",
    }


def next_step(month: Money) -> int:
    """The step of the list of homes, in pounds, that reaches the figure; 0 when none does."""
    steps = (step for step in range(LOWEST_STEP, HIGHEST_STEP + 1, STEP) if step * 100 >= month.pence)
    return next(steps, 0)


def size_in_words(entitlement: Entitlement) -> str:
    if entitlement.category is Category.SHARED:
        return "a room in a shared home"
    return counted_as(entitlement.bedrooms, "bedroom")


def bedroom_lines(entitlement: Entitlement) -> list[SumLine]:
    return [
        SumLine(each.text, f"{each.bedrooms:+d}" if each.bedrooms else "", each.source) for each in entitlement.because
    ]


def rent_help_rows(answer: Answer) -> list[tuple[str, str]]:
    """What goes along to "tell us early"."""
    return [
        ("Area", answer.area.name),
        ("Universal Credit counts", size_in_words(answer.uc)),
        ("Most help with rent a month, Universal Credit", str(answer.monthly)),
        ("Most help with rent a week, Housing Benefit", str(answer.weekly)),
        *(("Because", str(reason)) for reason in answer.uc.because),
    ]


def left_over_page(answers: dict[str, Any], on: date) -> dict[str, Any]:
    """The month with and without the benefit cap, what lifts the cap, and what other earnings would do."""
    amounts = rates.benefit_amounts(on)
    rate = rates.lha_rate(answers["area"], answers["size"], on)
    household, given = left_over.circumstances(answers, allowance=rate.monthly), left_over.given(answers)
    now = affordability.estimate(household, amounts)
    worked = office.work_out(household, given, amounts)
    return {
        "estimate": now,
        "household": household,
        "rate": rate,
        "standing": worked.sums[0],
        "lines": [SumLine(each.text, each.amount or "", each.source) for each in worked.sums[0].lines],
        "table": side_by_side(household, given, now, amounts),
        "exits": worked.exits,
        "what_if": what_if(household, given, amounts),
    }


def side_by_side(household: Circumstances, given: Given, now: Estimate, amounts: Amounts) -> Table:
    """The month as it is; where the cap takes something, beside it the month without it."""
    free = affordability.estimate(replace(household, cap_exempt="left out here, to compare"), amounts)
    columns = [now, free] if now.is_capped else [now]
    rows: list[tuple[str, list[Money]]] = [
        ("Universal Credit", [each.uc for each in columns]),
        ("Child Benefit", [each.child_benefit for each in columns]),
        ("Earnings after tax", [household.earnings for _ in columns]),
        ("Other money", [given.other_income for _ in columns]),
        ("Comes in", [each.income + given.other_income for each in columns]),
        ("Rent", [household.rent for _ in columns]),
        ("Left after rent", [each.after_rent + given.other_income for each in columns]),
    ]
    always = {"Universal Credit", "Comes in", "Rent", "Left after rent"}
    shown = [(name, cells) for name, cells in rows if name in always or any(cells)]
    headings = ["With the cap", "Without it"] if now.is_capped else ["A month"]
    return Table(
        caption="A month, in pounds",
        columns=[Column("What"), *(Column(heading, numeric=True) for heading in headings)],
        rows=[[Cell(name), *(Cell(amount) for amount in cells)] for name, cells in shown],
    )


def what_if(household: Circumstances, given: Given, amounts: Amounts) -> Table:
    """What is left with other earnings: those that lift the cap, and those the person asked about."""
    lifting, asked = affordability.hours_that_lift_the_cap(amounts), given.what_if
    tried = {lifting, *([asked] if asked is not None else [])} - {household.earnings}
    rows = [("As it is now", household.earnings)]
    rows += [("About 16 hours a week" if each == lifting else "What you asked", each) for each in sorted(tried)]
    found = [
        (name, earned, affordability.estimate(replace(household, earnings=earned), amounts)) for name, earned in rows
    ]
    return Table(
        caption="If you earned more or less",
        columns=[
            Column("Work"),
            Column("Earned", numeric=True),
            Column("Universal Credit", numeric=True),
            Column("Comes in", numeric=True),
            Column("Left after rent", numeric=True),
        ],
        rows=[
            [
                Cell(name),
                Cell(earned),
                Cell(month.uc),
                Cell(month.income + given.other_income),
                Cell(month.after_rent + given.other_income),
            ]
            for name, earned, month in found
        ],
    )


def left_over_rows(page: dict[str, Any]) -> list[tuple[str, str]]:
    """What goes along to "tell us early"."""
    now: Estimate = page["estimate"]
    return [
        ("Rent a month", str(page["household"].rent)),
        ("Most help with rent a month", str(page["household"].allowance)),
        ("Universal Credit a month", str(now.uc)),
        ("Taken by the benefit cap", str(now.cut)),
        ("Comes in a month", str(page["standing"].income)),
        ("Left after rent", str(page["standing"].after_rent)),
    ]
