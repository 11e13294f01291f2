"""The rulebook's tables as their files stand, read without a database."""

from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path

import core.rulebook
from core.dates import Period
from core.money import Money
from core.rulebook.rules.affordability import Amounts
from core.rulebook.rules.arrears import Level
from core.rulebook.rules.deposit import Cap
from core.rulebook.rules.lha import Category
from core.rulebook.rules.notices.facts import Ground, Law
from core.rulebook.rules.rates import AreaRates, Rate, RateBook
from core.rulebook.rules.regime import Regime
from core.rulebook.rules.shared_rate import Ground as Exemption
from core.rulebook.rules.shared_rate import RateException, Scheme
from core.rulebook.rules.sheets import read
from core.rulebook.rules.sheets.tables import SHEETS

DATA = Path(core.rulebook.__file__).parent / "data"
TODAY = date(2026, 11, 21)


def file_of(table: str) -> bytes:
    return (DATA / f"{table}.csv").read_bytes()


@cache
def values(table: str) -> list[dict]:
    rows, refused = read(SHEETS[table], file_of(table))
    assert not refused
    return [row.values for row in rows]


def period(row: dict) -> Period:
    return Period(row["valid_from"], row["valid_to"])


@cache
def notice_law(on: date = TODAY) -> Law:
    rows = [row for row in values("possession_grounds") if on in period(row)]
    names = [field.name for field in fields(Ground) if field.name != "code"]
    grounds: dict[Regime, dict[str, Ground]] = {regime: {} for regime in Regime}
    for row in rows:
        grounds[row["regime"]][row["ground"]] = Ground(row["ground"], **{name: row[name] for name in names})
    names = ("key", "label", "months", "weeks", "ground", "leaves_out_unpaid_award", "source")
    levels = [row for row in values("arrears_levels") if on in period(row) and row["ground"] == "8"]
    return Law(grounds, {Regime(row["regime"]): Level(*(row[name] for name in names)) for row in levels})


@cache
def exceptions(on: date = TODAY) -> tuple[RateException, ...]:
    return tuple(exception for held, exception in dated_exceptions() if on in held)


@cache
def dated_exceptions() -> tuple[tuple[Period, RateException], ...]:
    names = ("label", "age_from", "age_below", "even_when_sharing", "source")
    return tuple(
        (
            period(row),
            RateException(
                scheme=Scheme(row["scheme"]), ground=Exemption(row["ground"]), **{name: row[name] for name in names}
            ),
        )
        for row in values("shared_rate_exceptions")
    )


@cache
def north_west_kent() -> RateBook:
    rows = [row for row in values("lha_rates") if row["brma"] == "NORTH_WEST_KENT"]
    areas = []
    for start in sorted({row["valid_from"] for row in rows}):
        year = [row for row in rows if row["valid_from"] == start]
        by_category = {Category(row["category"]): Rate(row["weekly"], row["monthly"]) for row in year}
        areas.append(AreaRates("NORTH_WEST_KENT", "North West Kent", period(year[0]), by_category, year[0]["source"]))
    return RateBook(areas={"NORTH_WEST_KENT": tuple(areas)}, exceptions=dated_exceptions())


@cache
def amounts(on: date = TODAY) -> Amounts:
    rows = [row for row in values("benefit_amounts") if on in period(row)]
    return Amounts(
        money={(row["parameter"], row["key"]): row["amount"] for row in rows if row["amount"] is not None},
        shares={(row["parameter"], row["key"]): row["share"] for row in rows if row["share"] is not None},
    )


@cache
def caps(on: date = TODAY) -> list[Cap]:
    rows = [row for row in values("deposit_caps") if on in period(row)]
    return [Cap(row["annual_rent_from"], row["weeks"], row["source"]) for row in rows]


def pounds(text: str) -> Money:
    return Money.parse(text)
