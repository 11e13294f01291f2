"""Is a rent affordable on Universal Credit, with and without the benefit cap? An estimate, never a refusal.

Not held: the older limited capability element, transitional protection, surplus earnings, deductions
and childcare costs. UC Regs 2013 regs 22-24, 36, 79-82 and Sch 4; SI 1996/3204.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.money import Money
from core.rulebook.rules.bedrooms import counted_as

COMPLETE = "Estimate, not complete"
NOTHING = Money.zero()


@dataclass(frozen=True, slots=True)
class Amounts:
    """Benefit amounts of one day, by (parameter, key): money, or a share such as the taper."""

    money: Mapping[tuple[str, str], Money]
    shares: Mapping[tuple[str, str], Decimal]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the estimate goes by. Money is a month's.

    `earnings` are net, a couple's together. `contributors` are non-dependants of 21 or over who owe a
    housing cost contribution. `cap_exempt` names what lifts the cap, such as a disability benefit in
    the household; empty when nothing does. `grace` is the nine months after steady work.
    """

    ages: tuple[int, ...]
    children: int
    rent: Money
    allowance: Money
    earnings: Money = NOTHING
    has_child_born_before_2017: bool = False
    limited_capability: bool = False
    contributors: int = 0
    in_london: bool = False
    cap_exempt: str = ""
    grace: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sum: what it is, what it adds or takes (0 when it only says why), and its source."""

    text: str
    amount: Money
    source: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """A month's income and what stays after the rent. The lines add up to the income."""

    uc_before_cap: Money
    child_benefit: Money
    cap: Money
    cut: Money
    uc: Money
    income: Money
    after_rent: Money
    shortfall: Money
    lines: tuple[Line, ...]
    warning: str = COMPLETE

    @property
    def is_capped(self) -> bool:
        return bool(self.cut)


def estimate(household: Circumstances, amounts: Amounts) -> Estimate:
    """The month's Universal Credit, Child Benefit, cap and what is left after the rent."""
    lines = elements(household, amounts)
    most = Money.total(line.amount for line in lines)
    taper = taken_for_earnings(household, amounts)
    uc = max(most - taper, NOTHING)
    if taper:
        lines.append(Line("Less for earnings", uc - most, "UC Regs 2013 reg 22"))
    child_benefit = child_benefit_month(household.children, amounts)
    if household.children:
        lines.append(Line("Child Benefit", child_benefit, "Child Benefit (Rates) Regs 2006"))
    cap = benefit_cap(household, amounts)
    lifted = cap_lifted_because(household, amounts)
    over = uc + child_benefit - cap
    cut = NOTHING if lifted else min(uc, max(over, NOTHING))
    lines.append(cap_line(cap, cut, lifted))
    if household.earnings:
        lines.append(Line("Earnings after tax", household.earnings, "As the household told us"))
    income = uc - cut + child_benefit + household.earnings
    return Estimate(
        uc_before_cap=uc,
        child_benefit=child_benefit,
        cap=cap,
        cut=cut,
        uc=uc - cut,
        income=income,
        after_rent=income - household.rent,
        shortfall=max(household.rent - household.allowance, NOTHING),
        lines=tuple(lines),
    )


def elements(household: Circumstances, amounts: Amounts) -> list[Line]:
    """The standard allowance, an element for each child and the housing costs element."""
    standard = amounts.money["uc_standard_allowance", standard_key(household.ages)]
    lines = [Line("Standard allowance", standard, "UC Regs 2013 reg 36")]
    if household.children:
        each = amounts.money["uc_child_element", "each_other_child"]
        total = each * household.children
        if household.has_child_born_before_2017:
            total = total - each + amounts.money["uc_child_element", "first_child_born_before_2017-04-06"]
        text = f"For {counted_as(household.children, 'child', 'children')}"
        lines.append(Line(text, total, "UC Regs 2013 reg 24"))
    housing = min(household.rent, household.allowance)
    contribution = amounts.money["uc_housing_cost_contribution", "per_non_dependant_21_plus"] * household.contributors
    text = f"Housing costs, the lower of rent {household.rent} and allowance {household.allowance}"
    if contribution:
        text += f", less {contribution} from others who live there"
    lines.append(Line(text, max(housing - contribution, NOTHING), "UC Regs 2013 Sch 4 paras 13, 22"))
    return lines


def standard_key(ages: tuple[int, ...]) -> str:
    if len(ages) == 1:
        return "single_25_plus" if ages[0] >= 25 else "single_under_25"
    return "couple_one_25_plus" if max(ages) >= 25 else "couple_both_under_25"


def taken_for_earnings(household: Circumstances, amounts: Amounts) -> Money:
    """The taper on earnings above the work allowance, which is for those with a child or limited capability."""
    allowance = NOTHING
    if household.children or household.limited_capability:
        allowance = amounts.money["uc_work_allowance", "with_housing"]
    above = max(household.earnings - allowance, NOTHING)
    return Money.rounded(above.pounds * amounts.shares["uc_taper", "earnings"])


def child_benefit_month(children: int, amounts: Amounts) -> Money:
    """A week's Child Benefit times 52 over 12."""
    if not children:
        return NOTHING
    others = amounts.money["child_benefit", "each_other_child"] * (children - 1)
    week = amounts.money["child_benefit", "eldest"] + others
    return Money.rounded(week.pounds * 52 / 12)


def benefit_cap(household: Circumstances, amounts: Amounts) -> Money:
    """The month's cap: the annual limit over 12 (UC Regs 2013 reg 80A)."""
    who = "couple_or_children" if household.children or len(household.ages) == 2 else "single_no_children"
    where = "london" if household.in_london else "outside_london"
    return Money.rounded(amounts.money["benefit_cap", f"{who}_{where}"].pounds / 12)


def cap_threshold(amounts: Amounts) -> Money:
    """The month's net earnings from which no cap applies, in whole pounds (reg 82(1)(a), reg 6(1A)(za))."""
    return amounts.money["benefit_cap_earnings_threshold", "net_earnings_claimant_or_couple"]


def cap_lifted_because(household: Circumstances, amounts: Amounts) -> str:
    threshold = cap_threshold(amounts)
    if household.earnings >= threshold:
        return f"net earnings reach {threshold.short} a month"
    if household.grace:
        return "it is within nine months of a year of steady earnings"
    return household.cap_exempt


def hours_that_lift_the_cap(amounts: Amounts) -> Money:
    """A month's pay of 16 hours a week at the National Living Wage, after which no cap applies (reg 82(1)(a))."""
    return Money.rounded(amounts.money["national_living_wage", "age_21_plus"].pounds * 16 * 52 / 12)


def cap_line(cap: Money, cut: Money, lifted: str) -> Line:
    if lifted:
        return Line(f"The benefit cap does not apply: {lifted}", NOTHING, "UC Regs 2013 regs 82-83")
    if cut:
        return Line(f"Less for the benefit cap of {cap} a month", -cut, "UC Regs 2013 regs 79-81")
    return Line(f"Within the benefit cap of {cap} a month", NOTHING, "UC Regs 2013 regs 79-81")
