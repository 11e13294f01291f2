"""What kind of paper it is: section 21 is over for private tenants, and the forms changed on 1 May 2026."""

from core import dates
from core.rulebook.rules.notices.facts import Letting, NoticeFacts, Paper
from core.rulebook.rules.notices.lines import Line, Standing
from core.rulebook.rules.notices.timing import NEW_RULES
from core.rulebook.rules.regime import Regime

RULE = "The right kind of paper"
SECTION_8 = "Housing Act 1988 section 8(3); Form 3A"
SECTION_21 = "Renters' Rights Act 2025 section 2 and Schedule 6 paragraphs 3-4; SI 2026/421 regulation 2"
OTHER_LETTINGS = "Housing Act 1988 Schedule 1; Housing Act 1985 Part 4; Protection from Eviction Act 1977"
SAVED = "Renters' Rights Act 2025 Schedule 6 paragraphs 16-17"


def is_section_8(facts: NoticeFacts) -> bool:
    """Whether it is to be read as a section 8 notice: also where nobody knows what it says it is."""
    return facts.regime is not None and facts.paper in (Paper.FORM_3A, Paper.FORM_3, None)


def is_old(facts: NoticeFacts) -> bool:
    """Whether a private tenant had it before 1 May 2026: the older rules hold for it (RRA 2025 Sch 6)."""
    private = facts.regime is Regime.PRIVATE
    return private and facts.served_on is not None and facts.served_on < NEW_RULES


def line(facts: NoticeFacts) -> Line:
    """Whether this paper can lead to a court order for this kind of letting."""
    if facts.letting is Letting.COUNCIL:
        words = "Council tenants have rules of their own. This check is for other landlords."
        return Line(Standing.NOT_KNOWN, RULE, words, OTHER_LETTINGS)
    if facts.letting is Letting.LODGER:
        words = "Living with the landlord has rules of its own. This check is for people who do not."
        return Line(Standing.NOT_KNOWN, RULE, words, OTHER_LETTINGS)
    if facts.paper is Paper.SECTION_21:
        return section_21(facts)
    if is_old(facts):
        words = f"It was given before {dates.in_words(NEW_RULES)}, so older rules hold for it. Let us look at it."
        return Line(Standing.NOT_KNOWN, RULE, words, SAVED)
    standing, words = section_8(facts)
    return Line(standing, RULE, words, SECTION_8)


def section_8(facts: NoticeFacts) -> tuple[Standing, str]:
    if facts.gives_no_ground:
        return Standing.NOT_MET, "A section 8 notice must say which grounds it is on."
    if facts.paper is Paper.MESSAGE:
        words = "A message or a letter is not a notice that a court can act on. A section 8 notice is a form."
        return Standing.NOT_MET, words
    if facts.paper is None:
        return Standing.NOT_KNOWN, "Look for “section 8” or “Form 3A” at the top of the paper."
    if facts.regime is Regime.SOCIAL:
        return Standing.MET, "It says that it is a section 8 notice."
    if facts.paper is Paper.FORM_3:
        return Standing.NOT_MET, "It is on the form used before 1 May 2026. A new notice should be on Form 3A."
    if facts.letting is None:
        words = "We read it as a notice from a private landlord. Housing associations have other rules."
        return Standing.NOT_KNOWN, words
    return Standing.MET, "It says that it is a section 8 notice on Form 3A."


def section_21(facts: NoticeFacts) -> Line:
    if facts.regime is Regime.SOCIAL:
        words = "Housing associations may still use section 21 for some tenancies until 2027. Let us look at it."
        return Line(Standing.NOT_KNOWN, RULE, words, SECTION_21)
    if facts.served_on is not None and facts.served_on < NEW_RULES:
        words = "It was given before 1 May 2026. It counts only if the court was asked by 31 July 2026."
        return Line(Standing.NOT_KNOWN, RULE, words, SECTION_21)
    if facts.served_on is None:
        words = "A private landlord cannot give a section 21 notice since 1 May 2026. When was it given?"
        return Line(Standing.NOT_KNOWN, RULE, words, SECTION_21)
    words = "A private landlord cannot give a section 21 notice since 1 May 2026."
    return Line(Standing.NOT_MET, RULE, words, SECTION_21)
