"""When an unprotected deposit stands in the way of a possession order (HA 2004 s215; RRA 2025 s26(5))."""

from core.rulebook.rules.notices.facts import Deposit, NoticeFacts
from core.rulebook.rules.notices.lines import Line, Standing
from core.rulebook.rules.notices.timing import AT_ONCE
from core.rulebook.rules.regime import Regime

RULE = "The deposit is protected, and its details were given"
SOURCE = "Housing Act 2004 sections 213 and 215; Renters' Rights Act 2025 section 26(5)"
MEANWHILE = "Until then a court should not make an order on this notice"


def bar(facts: NoticeFacts) -> Line | None:
    """Whether the deposit bars an order on the grounds of the notice. NOT_MET is a bar.

    None where there is nothing to ask: social housing, no ground that the bar touches, or no ground at all. An order
    on 7A or 14 is never barred. Late is in time, for the scheme's own steps and for the information.
    """
    if facts.regime is not Regime.PRIVATE or not set(facts.grounds) - AT_ONCE:
        return None
    but = ", save on grounds 7A or 14" if facts.quick else ""
    standing, words = standing_of(facts)
    if standing is Standing.NOT_MET:
        words = f"{words} {MEANWHILE}{but}."
    return Line(standing, RULE, words, SOURCE)


def standing_of(facts: NoticeFacts) -> tuple[Standing, str]:
    if facts.deposit is None:
        return Standing.NOT_KNOWN, "We need to know whether a deposit was paid and where it is."
    if facts.deposit is Deposit.NONE:
        return Standing.MET, "No deposit was paid."
    if facts.deposit is Deposit.RETURNED:
        return Standing.MET, "The deposit was given back, in full or with agreed deductions."
    if facts.deposit is Deposit.SETTLED:
        return Standing.MET, "A court claim about the deposit is over."
    if facts.deposit is Deposit.NOT_HELD:
        return Standing.NOT_MET, "The deposit is not in a deposit scheme."
    if facts.information_given is False:
        return Standing.NOT_MET, "The details of the scheme (the prescribed information) were not given."
    if facts.deposit_rules_met is False:
        return Standing.NOT_MET, "The first steps that the deposit scheme asks were not done."
    if facts.information_given is None:
        return Standing.NOT_KNOWN, "Look for the details of the scheme (the prescribed information). Late is in time."
    return Standing.MET, "The deposit is in a scheme and its details were given. Late is in time."
