"""A notice as the checker shows it, to officers and to everyone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core import dates
from core.rulebook.rules.notices import reading
from core.rulebook.rules.notices.facts import Ground, NoticeFacts
from core.rulebook.rules.notices.lines import Line, Standing
from core.rulebook.rules.regime import Regime
from core.rulebook.selectors import law
from core.states import Colour
from core.ui.components import Row, Tag

TAGS = {
    Standing.MET: Tag("Nothing wrong found", Colour.GREEN),
    Standing.NOT_MET: Tag("May be wrong", Colour.AMBER),
    Standing.NOT_KNOWN: Tag("Not known yet", Colour.GREY),
}
NEAR_TAGS = {
    Standing.MET: Tag("Yes", Colour.AMBER),
    Standing.NOT_MET: Tag("Not yet", Colour.BLUE),
    Standing.NOT_KNOWN: TAGS[Standing.NOT_KNOWN],
}


@dataclass(frozen=True)
class CitedGround:
    title: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Checked:
    """A notice, read. `standing` sums up the paper, its date, the conditions of its grounds and the deposit."""

    standing: Standing
    problems: Sequence[Line]
    general: Sequence[Row]
    grounds: Sequence[CitedGround]
    days: Sequence[Row]
    reading: reading.Reading

    @property
    def may_be_wrong(self) -> bool:
        return self.standing is Standing.NOT_MET

    @property
    def unsure(self) -> bool:
        return self.standing is Standing.NOT_KNOWN

    @property
    def near_now(self) -> bool:
        return self.reading.threatened.standing is Standing.MET

    def lines(self) -> list[tuple[str, str]]:
        """The answer in plain lines, to take along."""
        return [(row.key, in_text(row.value)) for row in (*self.days, *self.general)]


def all_grounds(on: date) -> list[Ground]:
    """Every ground that a notice may give today, private lettings first, each number once."""
    found: dict[str, Ground] = {}
    for regime in (Regime.PRIVATE, Regime.SOCIAL):
        for code, ground in law.of_notices(on).grounds[regime].items():
            found.setdefault(code, ground)
    return list(found.values())


def check(facts: NoticeFacts, on: date) -> Checked:
    """The notice read on a day, by the grounds that held when it was given."""
    found = reading.read(facts, law.of_notices(facts.served_on or on), on)
    standing = Standing.MET
    if found.unknown:
        standing = Standing.NOT_KNOWN
    if found.problems:
        standing = Standing.NOT_MET
    lapsed = found.lapse if found.lapse in found.problems else None
    general = [line_row(line) for line in (found.paper, found.timing, lapsed, found.deposit) if line]
    return Checked(
        standing=standing,
        problems=found.problems,
        general=general,
        grounds=[cited(each) for each in found.grounds],
        days=days(facts, found),
        reading=found,
    )


def recorded(facts: NoticeFacts, on: date) -> list[Row]:
    """What the checker reads from a section 8 notice of which only what an officer recorded is known.

    The paper itself and the deposit are left out: nobody has recorded them.
    """
    found = reading.read(facts, law.of_notices(facts.served_on or on), on)
    rows = [line_row(found.timing)] if found.timing else []
    rows += [line_row(line) for each in found.grounds for line in each.conditions]
    if len(found.grounds) > 1:
        rows += [alone_row(each) for each in found.grounds if each.ground and each.alone_from]
    last = [Row("Last day to ask a court", dates.in_words(found.last_claim_on), note=reading.LAPSE)]
    return [*rows, *no_order_row(found), *(last if found.last_claim_on else [])]


def alone_row(each: reading.GroundReading) -> Row:
    """When the notice could have ended on one of its grounds, with no other in it."""
    assert each.ground is not None
    words = f"The earliest date would be {dates.in_words(each.alone_from)} ({period(each.ground)})."
    return Row(f"Ground {each.code} alone", words, note=each.ground.source)


def no_order_row(found: reading.Reading) -> list[Row]:
    if not found.no_order_before:
        return []
    words = f"{dates.in_words(found.no_order_before)}, if only ground 7A or 14 is proved"
    return [Row("No court order takes effect before", words, note=reading.AT_ONCE)]


def line_row(line: Line) -> Row:
    return Row(line.rule, [TAGS[line.standing], line.words], note=line.source)


def cited(each: reading.GroundReading) -> CitedGround:
    if each.ground is None:
        return CitedGround(f"Ground {each.code}", [line_row(line) for line in each.conditions])
    rows = [line_row(line) for line in each.conditions]
    rows.append(Row("What the landlord must prove", to_prove(each.ground), note=each.ground.source))
    if each.alone_from:
        words = f"{dates.in_words(each.alone_from)} ({period(each.ground)})"
        rows.append(Row("Earliest date on this ground alone", words))
    return CitedGround(f"Ground {each.code}", rows)


def to_prove(ground: Ground) -> list[str]:
    then = (
        "If it is proved, the court must make an order."
        if ground.mandatory
        else "If it is proved, the court decides whether an order is fair."
    )
    return [ground.plain_words, then]


def period(ground: Ground) -> str:
    """ "4 months’ notice", "no notice period"."""
    if not ground.notice_number:
        return "no notice period"
    unit = ground.notice_unit if ground.notice_number > 1 else ground.notice_unit.removesuffix("s")
    return f"{ground.notice_number} {unit}’ notice" if unit.endswith("s") else f"{ground.notice_number} {unit}’s notice"


def days(facts: NoticeFacts, found: reading.Reading) -> list[Row]:
    """The days that matter, in the order in which a reader asks for them."""
    rows = []
    if facts.specified_on:
        note = "It is not a day by which anyone must leave. Only a court can order that."
        rows.append(Row("The date in the notice", dates.in_words(facts.specified_on), note=note))
    if found.earliest_on:
        source = found.timing.source if found.timing else ""
        rows.append(Row("The earliest date it may give", dates.in_words(found.earliest_on), note=source))
    rows += no_order_row(found)
    near = [NEAR_TAGS[found.threatened.standing], found.threatened.words]
    rows.append(Row(found.threatened.rule, near, note=found.threatened.source))
    if found.restricted:
        rows.append(Row(found.restricted.rule, found.restricted.words, note=found.restricted.source))
    if found.last_claim_on:
        rows.append(Row("Last day to ask a court", dates.in_words(found.last_claim_on), note=reading.LAPSE))
    return rows


def in_text(value: object) -> str:
    """A value as one line of words, a tag as what it says."""
    if isinstance(value, list | tuple):
        return ". ".join(in_text(each).rstrip(".") for each in value) + "."
    return value.text if isinstance(value, Tag) else str(value)
