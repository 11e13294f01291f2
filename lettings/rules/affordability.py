"""Can a household afford a rent? The sums are the machine's, the answer an officer's, with reasons.

All resources, the cost of the home, maintenance paid and reasonable living expenses are taken into account
(Homelessness (Suitability of Accommodation) Order 1996, SI 1996/3204). Nothing here refuses anybody.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from core.money import Money
from core.rulebook.rules.affordability import (
    Amounts,
    Circumstances,
    Estimate,
    Line,
    cap_threshold,
    estimate,
    hours_that_lift_the_cap,
)
from core.states import Colour, Holder, Machine, State, move

NOTHING = Money.zero()


class CheckState(StrEnum):
    WORKED_OUT = "worked_out"
    AFFORDABLE = "affordable"
    NOT_AFFORDABLE = "not_affordable"


C = CheckState

AFFORDABILITY = Machine(
    "affordability check",
    C.WORKED_OUT,
    [
        State(
            C.WORKED_OUT,
            "Worked out",
            Holder.COUNCIL,
            "An officer reads the sums and says whether they can afford the rent, and why.",
            "No offer of this home can be made.",
        ),
        State(
            C.AFFORDABLE,
            "Affordable",
            Holder.NOBODY,
            "The check goes with an offer of this home. Work it out again if their money changes.",
            colour=Colour.GREEN,
            terminal=True,
        ),
        State(
            C.NOT_AFFORDABLE,
            "Not affordable",
            Holder.NOBODY,
            "Look for another home, or work it out again when something changes.",
            colour=Colour.AMBER,
            terminal=True,
        ),
    ],
    [
        move("find_affordable", [C.WORKED_OUT], C.AFFORDABLE, "They can afford it"),
        move("find_not_affordable", [C.WORKED_OUT], C.NOT_AFFORDABLE, "They cannot afford it"),
    ],
)


class CapExempt(StrEnum):
    """What in the household lifts the benefit cap (UC Regs 2013 reg 83)."""

    NOTHING = ""
    DISABILITY = "disability"
    WORK_CAPABILITY = "work_capability"
    CARER = "carer"
    GUARDIAN = "guardian"
    INJURY = "injury"


CAP_EXEMPT_LABELS = {
    CapExempt.NOTHING: "Nothing that we know of",
    CapExempt.DISABILITY: "A disability benefit is paid to them, their partner or their child",
    CapExempt.WORK_CAPABILITY: "They get the element for limited capability for work-related activity",
    CapExempt.CARER: "They get the carer element or Carer’s Allowance",
    CapExempt.GUARDIAN: "They get Guardian’s Allowance",
    CapExempt.INJURY: "They get an industrial injuries benefit, a war pension or an armed forces payment",
}


def exempt_because(exempt: CapExempt) -> str:
    """The reason as it goes into the sum: "they get Guardian’s Allowance"; "" when nothing lifts the cap."""
    label = CAP_EXEMPT_LABELS[exempt]
    return label[:1].lower() + label[1:] if exempt else ""


@dataclass(frozen=True)
class Given:
    """What the officer asked the household, a month. `earnings` are net and a couple's together.

    `other_income` is money that Universal Credit does not count, such as a disability benefit or child
    maintenance; `maintenance_paid` what they pay to others; `expenses` are reasonable living expenses
    without the rent, or None when not asked. `what_if` are net earnings to try, or None.
    """

    earnings: Money = NOTHING
    other_income: Money = NOTHING
    maintenance_paid: Money = NOTHING
    expenses: Money | None = None
    cap_exempt: CapExempt = CapExempt.NOTHING
    grace: bool = False
    limited_capability: bool = False
    contributors: int = 0
    what_if: Money | None = None


@dataclass(frozen=True)
class Sum:
    """One way it may stand: the lines add up to what is left after the rent, and after expenses when known."""

    title: str
    lines: tuple[Line, ...]
    income: Money
    after_rent: Money
    left: Money


@dataclass(frozen=True)
class Worked:
    """The whole answer: the sums, what they say, and what would lift the cap when it bites."""

    sums: tuple[Sum, ...]
    words: tuple[str, ...]
    exits: tuple[str, ...]


def add_up(title: str, found: Estimate, household: Circumstances, given: Given) -> Sum:
    lines = list(found.lines)
    if given.other_income:
        lines.append(Line("Other money coming in", given.other_income, "SI 1996/3204 art 2(a): all resources"))
    income = found.income + given.other_income
    lines.append(Line("Less the rent", -household.rent, "SI 1996/3204 art 2(b): the cost of the home"))
    after_rent = income - household.rent
    left = after_rent - given.maintenance_paid - (given.expenses or NOTHING)
    if given.maintenance_paid:
        lines.append(Line("Less maintenance that they pay", -given.maintenance_paid, "SI 1996/3204 art 2(c)"))
    if given.expenses is not None:
        lines.append(Line("Less reasonable living expenses", -given.expenses, "SI 1996/3204 art 2(d)"))
    return Sum(title, tuple(lines), income, after_rent, left)


def work_out(household: Circumstances, given: Given, amounts: Amounts) -> Worked:
    """The sums as things stand, without the cap when it bites, and with other earnings when asked."""
    now = estimate(household, amounts)
    sums = [add_up("As things stand", now, household, given)]
    if now.is_capped:
        free = replace(household, cap_exempt="left out here, to compare")
        sums.append(add_up("Without the benefit cap", estimate(free, amounts), free, given))
    if given.what_if is not None:
        tried = replace(household, earnings=given.what_if)
        sums.append(add_up(f"With earnings of {given.what_if} a month", estimate(tried, amounts), tried, given))
    return Worked(
        tuple(sums), result_words(now, sums[0], given), exits(household, given, amounts) if now.is_capped else ()
    )


def result_words(now: Estimate, standing: Sum, given: Given) -> tuple[str, ...]:
    rent = (
        f"The rent is {now.shortfall} a month more than their Local Housing Allowance."
        if now.shortfall
        else "Their Local Housing Allowance covers the whole rent."
    )
    words = [rent if not now.is_capped else f"{rent} But the benefit cap takes {now.cut} a month."]
    words.append(f"They would have {standing.income} a month, and {standing.after_rent} after the rent.")
    if given.expenses is not None or given.maintenance_paid:
        short = f"They would be {abs(standing.left)} a month short" if standing.left < NOTHING else ""
        words.append(f"{short or f'{standing.left} a month would be left'} after what they have to pay for.")
    return (*words, f"{now.warning}: it is for you to judge. Nobody is refused by this sum.")


def exits(household: Circumstances, given: Given, amounts: Amounts) -> tuple[str, ...]:
    """The ways out of a benefit cap that bites."""
    pay = hours_that_lift_the_cap(amounts)
    working = replace(household, earnings=pay)
    worked = add_up("Working", estimate(working, amounts), working, given)
    return (
        f"Earnings of {pay} a month after tax (16 hours a week at the National Living Wage; the law asks for "
        f"{cap_threshold(amounts).short}) lift the cap: {worked.income} a month, {worked.after_rent} after the rent "
        "(UC Regs 2013 reg 82).",
        "A disability benefit, or the carer element, in the household lifts the cap (UC Regs 2013 reg 83).",
        "A Housing Payment from the Crisis and Resilience Fund can fill the gap for a time.",
    )


def obstacle(state: str) -> str:
    """Why an offer of the home waits for the affordability check, or "". `state` is the newest check's, "" for none."""
    if not state:
        return "Nobody has checked yet whether they can afford the rent (SI 1996/3204)."
    if state == CheckState.WORKED_OUT:
        return "The affordability check is worked out, but no officer has said yet what they think."
    if state == CheckState.NOT_AFFORDABLE:
        return "An officer found that they cannot afford the rent (SI 1996/3204)."
    return ""
