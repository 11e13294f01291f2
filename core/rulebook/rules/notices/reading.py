"""The whole reading of a notice."""

from dataclasses import dataclass
from datetime import date

from core import dates
from core.rulebook.rules.notices import deposit_bar, paper, timing
from core.rulebook.rules.notices.conditions import conditions
from core.rulebook.rules.notices.facts import Ground, Law, NoticeFacts, Paper
from core.rulebook.rules.notices.lines import Line, Standing, together
from core.rulebook.rules.regime import Regime

LONGEST = "Housing Act 1988 section 8(4AA); Renters' Rights Act 2025 section 3(3)(e)"
OLDER = "Housing Act 1988 section 8 as before 1 May 2026, kept for social housing by SI 2026/421 regulation 2"
AT_ONCE = "Renters' Rights Act 2025 section 3(2)(f), (3)(d)-(e); Housing Act 1988 section 7(5D)"
NEAR = "Housing Act 1996 section 175(5)"
LIKELY = "Housing Act 1996 section 175(4); SI 2026/421 regulation 2"
RESTRICTED = "Housing Act 1988 section 16M(4)-(7); Renters' Rights Act 2025 section 17"
LAPSE = "Housing Act 1988 section 8(3)(c)"


@dataclass(frozen=True, slots=True)
class GroundReading:
    """A ground that the notice gives. `ground` is None where the rules know no such ground.

    `standing` says how the conditions stand that dates, sums and answers can tell; the landlord must prove the rest.
    `alone_from`: the earliest date that a notice on this ground alone may give.
    """

    code: str
    ground: Ground | None
    standing: Standing
    conditions: tuple[Line, ...]
    alone_from: date | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a notice says and how it looks. Dates are None where facts are missing or the rule does not apply.

    `earliest_on`: the earliest date the notice may give, set by the grounds `because`. `no_order_before`: the first
    day an order can bite if only 7A or 14 is proved. `last_claim_on`: the last day to begin a claim on the notice.
    `restricted_until`: the last day on which the home may not be let or advertised. `threatened_from`: the first day
    since it was given on which the date is within 56 days, for a notice that the law gives that effect.
    """

    paper: Line
    timing: Line | None
    grounds: tuple[GroundReading, ...]
    deposit: Line | None
    earliest_on: date | None
    because: tuple[str, ...]
    no_order_before: date | None
    last_claim_on: date | None
    lapse: Line | None
    restricted_until: date | None
    restricted: Line | None
    threatened_from: date | None
    threatened: Line

    @property
    def problems(self) -> tuple[Line, ...]:
        """Everything that may be wrong with it, the paper and its date first."""
        return self._that(Standing.NOT_MET)

    @property
    def unknown(self) -> tuple[Line, ...]:
        """What would have to be known to say more."""
        return self._that(Standing.NOT_KNOWN)

    def _that(self, standing: Standing) -> tuple[Line, ...]:
        lines = (self.paper, self.timing, *(line for each in self.grounds for line in each.conditions))
        return tuple(line for line in (*lines, self.lapse, self.deposit) if line and line.standing is standing)


def read(facts: NoticeFacts, law: Law, on: date) -> Reading:
    """Read a notice on a day. `law` is the rulebook's of that day. The order of the grounds is moot.

    Every date is a calendar day. Sources stand in each line.
    """
    regime = facts.regime
    known = law.grounds[regime] if regime and asks_for_grounds(facts) else {}
    cited = tuple(known[code] for code in facts.grounds if code in known)
    earliest = timing.earliest(cited, facts.served_on, regime) if cited and facts.served_on and regime else None
    served = facts.served_on if cited else None
    until = restricted_until(facts, cited)
    return Reading(
        paper=paper.line(facts),
        timing=timing_line(facts, earliest) if cited or asks_for_grounds(facts) else None,
        grounds=tuple(ground_reading(facts, code, law, regime) for code in facts.grounds) if known and regime else (),
        deposit=deposit_bar.bar(facts) if cited else None,
        earliest_on=earliest.on if earliest else None,
        because=earliest.because if earliest else (),
        no_order_before=timing.no_order_before(served) if served and facts.quick and regime is Regime.PRIVATE else None,
        last_claim_on=timing.last_claim_day(served) if served else None,
        lapse=lapse_line(served, on) if served else None,
        restricted_until=until,
        restricted=restricted_line(until, on) if until else None,
        threatened_from=threatened_from(facts),
        threatened=threatened_line(facts, on),
    )


def asks_for_grounds(facts: NoticeFacts) -> bool:
    """Whether the date could be checked once the grounds are known."""
    return paper.is_section_8(facts) and not paper.is_old(facts) and not facts.gives_no_ground


def ground_reading(facts: NoticeFacts, code: str, law: Law, regime: Regime) -> GroundReading:
    ground = law.grounds[regime].get(code)
    if ground is None:
        words = f"These rules have no ground {code}. Read the number again."
        line = Line(Standing.NOT_MET, "The ground is one the law knows", words, "Housing Act 1988 Schedule 2")
        return GroundReading(code, None, Standing.NOT_MET, (line,), None)
    lines = conditions(facts, ground, law, regime)
    alone = timing.alone(ground, facts.served_on) if facts.served_on else None
    return GroundReading(code, ground, together(lines), lines, alone)


def timing_line(facts: NoticeFacts, earliest: timing.Earliest | None) -> Line:
    """Whether the date in the notice is late enough."""
    rule = "The date in the notice is not too early"
    source = OLDER if facts.regime is Regime.SOCIAL else AT_ONCE if facts.quick else LONGEST
    if earliest is None or facts.specified_on is None:
        words = "We need the grounds in the notice, the day it was given and the date in it."
        return Line(Standing.NOT_KNOWN, rule, words, source)
    named = f"ground {earliest.because[0]}" if len(earliest.because) == 1 else f"grounds {', '.join(earliest.because)}"
    first = dates.in_words(earliest.on)
    if facts.specified_on < earliest.on:
        words = f"It gives {dates.in_words(facts.specified_on)}. With {named} the earliest is {first}."
        return Line(Standing.NOT_MET, rule, words, source)
    if facts.quick and facts.regime is Regime.PRIVATE:
        words = f"With {named} in the notice the date may be the day it was given, {first}, or later."
    else:
        words = f"With {named} the earliest date is {first}, and it gives {dates.in_words(facts.specified_on)}."
    return Line(Standing.MET, rule, words, source)


def lapse_line(served_on: date, on: date) -> Line:
    last = timing.last_claim_day(served_on)
    rule = "A court claim is begun within 12 months"
    if on > last:
        return Line(Standing.NOT_MET, rule, f"The last day to begin one was {dates.in_words(last)}.", LAPSE)
    return Line(Standing.MET, rule, f"The last day to begin one on this notice is {dates.in_words(last)}.", LAPSE)


def restricted_until(facts: NoticeFacts, cited: tuple[Ground, ...]) -> date | None:
    """The end of the restricted period where ground 1 or 1A is given in a private letting."""
    selling = any(ground.code in ("1", "1A") for ground in cited)
    if not selling or facts.regime is not Regime.PRIVATE:
        return None
    return timing.restricted_until(facts.served_on, facts.specified_on)


def restricted_line(until: date, on: date) -> Line:
    rule = "No letting or advertising after ground 1 or 1A"
    if on > until:
        return Line(Standing.MET, rule, f"That time ended on {dates.in_words(until)}.", RESTRICTED)
    words = f"The home may not be let or advertised from the day the notice was given to {dates.in_words(until)}."
    return Line(Standing.MET, rule, words, RESTRICTED)


def threatened_from(facts: NoticeFacts) -> date | None:
    """The first day on which s175(5) is met by the notice, if it is valid.

    By a section 8 notice of a private letting; by a section 21 notice of social housing, or an old one that still
    counts. A section 8 notice of social housing has no such effect (SI 2026/421 reg 2).
    """
    private = facts.regime is Regime.PRIVATE
    has_effect = paper.is_section_8(facts) if private else False
    if facts.paper is Paper.SECTION_21 and facts.regime is not None:
        has_effect = not private or paper.is_old(facts)
    if not has_effect or facts.specified_on is None:
        return None
    return timing.threatened_from(facts.specified_on, facts.served_on)


def threatened_line(facts: NoticeFacts, on: date) -> Line:
    """When the law counts the household as threatened with homelessness. The council may act sooner."""
    rule = f"The date in a valid notice is within {timing.WITHIN_DAYS} days"
    first = threatened_from(facts)
    if first is None or facts.specified_on is None:
        words = "The notice alone does not settle this. The council asks whether homelessness is likely within 56 days."
        if facts.specified_on is None and facts.regime is not None:
            words = "This turns on the kind of notice and the date in it."
        return Line(Standing.NOT_KNOWN, rule, words, LIKELY)
    if on < first:
        return Line(Standing.NOT_MET, rule, f"It is from {dates.in_words(first)}. Ask for help now all the same.", NEAR)
    if on > facts.specified_on:
        return Line(Standing.MET, rule, "The date has passed. The home is still theirs until a court says so.", NEAR)
    return Line(Standing.MET, rule, f"It has been since {dates.in_words(first)}.", NEAR)
