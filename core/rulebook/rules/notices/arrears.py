"""Grounds 8 and 10: how much rent must be unpaid."""

from core.money import Money
from core.rulebook.rules.arrears import Level, threshold
from core.rulebook.rules.notices.facts import NoticeFacts, Rent
from core.rulebook.rules.notices.lines import Line, Standing

GROUND_10 = "Housing Act 1988 Schedule 2 ground 10"


def counted(rent: Rent, level: Level) -> Money | None:
    """The arrears that count. What only an unpaid Universal Credit award leaves unpaid may be left out."""
    if rent.arrears is None or not level.leaves_out_award:
        return rent.arrears
    return max(Money.zero(), rent.arrears - (rent.only_unpaid_award or Money.zero()))


def ground_8(facts: NoticeFacts, level: Level) -> Line:
    """Whether enough rent was unpaid at the notice. The court asks the same again at the hearing."""
    rent = facts.rent
    rule = f"Unpaid rent: {level.label[:1].lower()}{level.label[1:]}"
    owed = counted(rent, level)
    if rent.amount is None or rent.frequency is None or owed is None:
        words = "We need the rent, how often it is paid and how much was unpaid on the day of the notice."
        return Line(Standing.NOT_KNOWN, rule, words, level.source)
    least = threshold(level, rent.amount, rent.frequency)
    total = sum_in_words(rent, owed, level)
    if owed < least.amount:
        words = f"{total} That is less than {least.amount} ({least.rule})."
        return Line(Standing.NOT_MET, rule, words, level.source)
    enough = f"{total} That is at least {least.amount} ({least.rule})."
    if rent.only_unpaid_award is None and level.leaves_out_award:
        words = f"{enough} But rent that Universal Credit has not paid yet is not counted."
        return Line(Standing.NOT_KNOWN, rule, words, level.source)
    return Line(Standing.MET, rule, f"{enough} It must still be so on the day of the hearing.", level.source)


def sum_in_words(rent: Rent, owed: Money, level: Level) -> str:
    if level.leaves_out_award and rent.only_unpaid_award:
        return f"{rent.arrears} unpaid, less {rent.only_unpaid_award} that Universal Credit has not paid yet: {owed}."
    return f"{owed} was unpaid."


def ground_10(facts: NoticeFacts) -> Line:
    """Whether any rent was unpaid at the notice."""
    rule = "Some rent must be unpaid"
    if facts.rent.arrears is None:
        return Line(Standing.NOT_KNOWN, rule, "We need to know how much rent was unpaid.", GROUND_10)
    if facts.rent.arrears <= Money.zero():
        return Line(Standing.NOT_MET, rule, "No rent was unpaid on the day of the notice.", GROUND_10)
    words = f"{facts.rent.arrears} was unpaid. The court decides whether an order is reasonable."
    return Line(Standing.MET, rule, words, GROUND_10)
