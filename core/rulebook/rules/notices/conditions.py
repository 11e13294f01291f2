"""What each ground asks besides proof, as far as dates, sums and plain answers can tell (HA 1988 Sch 2)."""

from collections.abc import Callable
from datetime import date, timedelta

from core import dates
from core.rulebook.rules.notices import arrears, students
from core.rulebook.rules.notices.facts import Ground, LandlordKind, Law, NoticeFacts
from core.rulebook.rules.notices.lines import Line, Standing, asked
from core.rulebook.rules.notices.timing import first_day_after
from core.rulebook.rules.regime import Regime

SHORTHOLD_FROM = date(1997, 2, 28)
BOTH_DAYS_COUNT = frozenset({"1", "1A"})

ONLY_FOR: dict[str, tuple[frozenset[LandlordKind], str]] = {
    code: (frozenset(kinds), words)
    for codes, kinds, words in (
        (("1B", "5B", "5D", "6A"), (LandlordKind.SOCIAL,), "housing associations"),
        (("5H", "14A"), (LandlordKind.SOCIAL, LandlordKind.CHARITY), "housing associations and charities"),
        (
            ("2ZA",),
            (LandlordKind.SOCIAL, LandlordKind.FARM, LandlordKind.SUPPORTED, LandlordKind.COUNCIL_COMPANY),
            "housing associations, farm tenants, supported housing and companies that a council owns",
        ),
        (("2",), (LandlordKind.LENDER,), "mortgage lenders"),
        (("4",), (LandlordKind.EDUCATION,), "universities and colleges"),
        (("5A",), (LandlordKind.FARM,), "farms"),
        (("5E", "5F", "18"), (LandlordKind.SUPPORTED,), "supported housing"),
    )
    for code in codes
}

Condition = Callable[[NoticeFacts, str], Line]


def conditions(facts: NoticeFacts, ground: Ground, law: Law, regime: Regime) -> tuple[Line, ...]:
    """What the ground asks that can be told without proof; empty where only the court can tell."""
    if ground.code == "8":
        return (arrears.ground_8(facts, law.ground_8[regime]),)
    if ground.code == "10":
        return (arrears.ground_10(facts),)
    if regime is Regime.SOCIAL:
        return ()
    found = [condition(facts, ground.source) for condition in NEWER.get(ground.code, ())]
    if ground.code in ONLY_FOR:
        found.insert(0, right_landlord(facts, ground))
    if ground.least_tenancy_months:
        found.insert(0, old_enough(facts, ground))
    return tuple(found)


def right_landlord(facts: NoticeFacts, ground: Ground) -> Line:
    kinds, words = ONLY_FOR[ground.code]
    rule = f"Only for {words}"
    if facts.landlord in kinds:
        return Line(Standing.MET, rule, "The landlord is one of these.", ground.source)
    if facts.landlord is LandlordKind.PRIVATE:
        return Line(Standing.NOT_MET, rule, "An ordinary private landlord cannot use this ground.", ground.source)
    return Line(Standing.NOT_KNOWN, rule, "We need to know what kind of landlord this is.", ground.source)


def old_enough(facts: NoticeFacts, ground: Ground) -> Line:
    """Grounds 1 and 1A ask one year at the date in the notice, both days counted; ground 6 asks six months before it.

    A compulsory purchase notice stands in for the time on grounds 1A and 6.
    """
    months = ground.least_tenancy_months or 0
    length = "1 year" if months == 12 else f"{months} months"
    rule = f"The tenancy must be at least {length} old on the date in the notice"
    if facts.compulsory_purchase and ground.code in ("1A", "6"):
        words = "A compulsory purchase notice was given, which stands in for this. We need to see it."
        return Line(Standing.NOT_KNOWN, rule, words, ground.source)
    if facts.tenancy_began_on is None or facts.specified_on is None:
        words = "We need the day the tenancy began and the date in the notice."
        return Line(Standing.NOT_KNOWN, rule, words, ground.source)
    first = oldest_enough(facts.tenancy_began_on, months, both_days=ground.code in BOTH_DAYS_COUNT)
    began = f"The tenancy began on {dates.in_words(facts.tenancy_began_on)}, so"
    if facts.specified_on < first:
        words = f"{began} no date before {dates.in_words(first)} will do for this ground."
        return Line(Standing.NOT_MET, rule, words, ground.source)
    return Line(Standing.MET, rule, f"{began} any date from {dates.in_words(first)} will do.", ground.source)


def oldest_enough(began_on: date, months: int, *, both_days: bool) -> date:
    """The first date in a notice at which the tenancy is so many months old. With `both_days` the first and the last
    day both count: a year beginning 3 March is over on 2 March.
    """
    if both_days:
        return first_day_after(began_on, months) - timedelta(days=1)
    return dates.add_months(began_on, months)


def not_social_landlord(facts: NoticeFacts, source: str) -> Line:
    answer = None if facts.landlord is None else facts.landlord is not LandlordKind.SOCIAL
    words = ("The landlord is not one.", "A housing association cannot use this ground.", "We need to know.")
    return asked(answer, "Not for housing associations", words, source)


def not_old_assured(facts: NoticeFacts, source: str) -> Line:
    """Ground 1A is not for an assured tenancy that was not a shorthold before 1 May 2026 (SI 2026/421 reg 5).

    One that began on or after 28 February 1997 was a shorthold unless its papers say otherwise (HA 1988 s19A).
    """
    answer = None if facts.old_assured_tenancy is None else not facts.old_assured_tenancy
    if answer is None and facts.tenancy_began_on is not None and facts.tenancy_began_on >= SHORTHOLD_FROM:
        answer = True
    words = (
        "Tenancies that began after 27 February 1997 were shortholds unless the papers say otherwise.",
        "This was a full assured tenancy before 1 May 2026.",
        "Check whether this was a full assured tenancy before 1 May 2026.",
    )
    return asked(answer, "Not for full assured tenancies from before 1 May 2026", words, source)


def main_duty(facts: NoticeFacts, source: str) -> Line:
    words = (
        "The home was let under the council’s main duty.",
        "The home was not let under the main duty. A home for the time being, or one found to relieve homelessness, "
        "does not count, and the council may not write the letter that this ground needs.",
        "Ask the council whether the home was let under its main duty.",
    )
    return asked(facts.main_duty_let, "Let at some time under the council’s main duty (s193)", words, source)


def council_told(facts: NoticeFacts, source: str) -> Line:
    """The date in the notice is at most 12 months after the council told the landlord."""
    rule = "Date no more than 12 months after the council said the home is not needed"
    if facts.council_told_on is None or facts.specified_on is None:
        words = "We need the day the council told the landlord and the date in the notice."
        return Line(Standing.NOT_KNOWN, rule, words, source)
    last = dates.add_months(facts.council_told_on, 12)
    told = f"The council told the landlord on {dates.in_words(facts.council_told_on)}, so the last date is"
    standing = Standing.MET if facts.specified_on <= last else Standing.NOT_MET
    return Line(standing, rule, f"{told} {dates.in_words(last)}.", source)


def lease_ends(facts: NoticeFacts, source: str) -> Line:
    """The landlord's own lease ends within 12 months beginning with service."""
    rule = "The landlord’s own lease must end within 12 months of the notice being given"
    if facts.superior_lease_ends_on is None or facts.served_on is None:
        return Line(Standing.NOT_KNOWN, rule, "We need the day the landlord’s own lease ends.", source)
    last = first_day_after(facts.served_on, 12) - timedelta(days=1)
    standing = Standing.MET if facts.superior_lease_ends_on <= last else Standing.NOT_MET
    words = f"It ends on {dates.in_words(facts.superior_lease_ends_on)}. The last day that will do is"
    return Line(standing, rule, f"{words} {dates.in_words(last)}.", source)


def soon_after_finding(facts: NoticeFacts, source: str) -> Line:
    """The notice is given within 12 months of the conviction or finding (3 months of a closure order)."""
    rule = "Given within 12 months of the conviction or finding (3 months of a closure order)"
    if facts.found_on is None or facts.served_on is None:
        return Line(Standing.NOT_KNOWN, rule, "We need the day of the conviction or finding.", source)
    made, last = f"It was made on {dates.in_words(facts.found_on)}.", dates.add_months(facts.found_on, 12)
    if not facts.found_on <= facts.served_on <= last:
        words = f"{made} The last day for the notice was {dates.in_words(last)}."
        return Line(Standing.NOT_MET, rule, words, source)
    if facts.served_on > dates.add_months(facts.found_on, 3):
        words = f"{made} That is in time for a conviction or finding, but not for a closure order."
        return Line(Standing.NOT_KNOWN, rule, words, source)
    return Line(Standing.MET, rule, f"{made} The notice was given within 3 months.", source)


NEWER: dict[str, tuple[Condition, ...]] = {
    "1A": (not_social_landlord, not_old_assured),
    "2ZA": (lease_ends,),
    "2ZB": (lease_ends,),
    "4A": students.CONDITIONS,
    "5G": (main_duty, council_told),
    "7A": (soon_after_finding,),
}
