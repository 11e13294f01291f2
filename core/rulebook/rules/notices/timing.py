"""Which date a notice may give, until when it serves, and when its date is near."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from core import dates
from core.rulebook.rules.notices.facts import Ground
from core.rulebook.rules.regime import Regime

WITHIN_DAYS = 56
DAYS_BEFORE_ORDER = 14
CLAIM_MONTHS = 12
SALE_MONTHS = 4
"""What grounds 1 and 1A ask for by themselves (HA 1988 s8(4AA); RRA 2025 s3(3)(e))."""
NEW_RULES = date(2026, 5, 1)
AT_ONCE = frozenset({"7A", "14"})


@dataclass(frozen=True, slots=True)
class Earliest:
    """`on` is the earliest date a notice may give; `because` the grounds that set it."""

    on: date
    because: tuple[str, ...]


def first_day_after(start: date, months: int) -> date:
    """The first day after so many months beginning with `start`, which counts as their first day.

    Four months beginning 2 November end on 1 March, so this is 2 March. Where no such day of the month exists the
    months end with the short month: four months beginning 31 October end on 28 February.
    """
    same = dates.add_months(start, months)
    return same if same.day == start.day else same + timedelta(days=1)


def alone(ground: Ground, served_on: date) -> date:
    """The earliest date that a notice on this ground alone may give (HA 1988 s8(4AA))."""
    if ground.notice_unit == "months":
        return first_day_after(served_on, ground.notice_number)
    return served_on + timedelta(weeks=ground.notice_number)


def earliest(grounds: Iterable[Ground], served_on: date, regime: Regime) -> Earliest:
    """The earliest date that a notice on these grounds may give. Raises ValueError without a ground.

    The longest period of the grounds counts (HA 1988 s8(4AA)), but with 7A or 14 in the notice, alone or with any
    other, the date may be the day of service (RRA 2025 s3(2)(f), (3)(d)-(e)). Social lettings keep the older rule
    until 2027: 7A asks its month whatever else is given, and 14 without it lets the date be the day of service.
    """
    given = {ground.code: alone(ground, served_on) for ground in grounds}
    if not given:
        raise ValueError("A notice gives at least one ground")
    first = ("7A",) if regime is Regime.SOCIAL and "7A" in given else ("14", "7A")
    deciding = [code for code in first if code in given]
    if deciding:
        return Earliest(given[deciding[0]], tuple(sorted(deciding)))
    last = max(given.values())
    return Earliest(last, tuple(sorted(code for code, on in given.items() if on == last)))


def no_order_before(served_on: date) -> date:
    """The first day on which an order can bite if only 7A or 14 is proved: 14 days beginning with service pass first.

    HA 1988 s7(5D).
    """
    return served_on + timedelta(days=DAYS_BEFORE_ORDER)


def last_claim_day(served_on: date) -> date:
    """The last day on which a court claim may be begun on the notice: 12 months from service (HA 1988 s8(3)(c))."""
    return dates.add_months(served_on, CLAIM_MONTHS)


def threatened_from(specified_on: date, served_on: date | None = None) -> date:
    """The first day on which a notice that was given has a date within 56 days (HA 1996 s175(5)).

    Never before it was given, where that day is known.
    """
    near = specified_on - timedelta(days=WITHIN_DAYS)
    return max(near, served_on) if served_on else near


def within_56_days(specified_on: date, on: date) -> bool:
    """Whether the date in a notice is 56 calendar days off or fewer, or has passed (HA 1996 s195(6))."""
    return (specified_on - on).days <= WITHIN_DAYS


def restricted_until(
    served_on: date | None, specified_on: date | None, other_order_on: date | None = None
) -> date | None:
    """The last day on which the home may not be let or advertised after a ground 1 or 1A notice.

    The restricted period runs from service of the notice to the end of 12 months beginning with the
    date in it, or to the day an order on another ground is made (HA 1988 s16M(4), (7); RRA 2025 s17).
    Where 7A or 14 let the notice give an earlier date, the months count from the date that ground 1 or 1A
    alone would have asked for. No other valid notice gives an earlier one, so it is never asked which it was.
    """
    if served_on is None or specified_on is None:
        return None
    start = max(specified_on, first_day_after(served_on, SALE_MONTHS))
    end = first_day_after(start, 12) - timedelta(days=1)
    return min(end, other_order_on) if other_order_on is not None else end
