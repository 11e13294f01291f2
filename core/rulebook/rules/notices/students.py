"""Ground 4A: a shared house of students, wanted back for the next students."""

from core import dates
from core.rulebook.rules.notices.facts import NoticeFacts
from core.rulebook.rules.notices.lines import Line, Standing, asked

FIRST, LAST = (6, 1), (9, 30)
UNKNOWN = "We need to know."


def shared(facts: NoticeFacts, source: str) -> Line:
    words = ("It is a shared house.", "It is not a shared house (HMO).", UNKNOWN)
    return asked(facts.students.house_in_multiple_occupation, "The home is a shared house (HMO)", words, source)


def all_students(facts: NoticeFacts, source: str) -> Line:
    words = ("They all were.", "Not all of them were.", UNKNOWN)
    rule = "Every tenant was a full-time student, or soon to be one, when the tenancy was agreed"
    return asked(facts.students.all_students, rule, words, source)


def told_before(facts: NoticeFacts, source: str) -> Line:
    words = ("The landlord did.", "The landlord did not.", UNKNOWN)
    rule = "The landlord wrote to them beforehand that this ground may be used"
    return asked(facts.students.told_in_writing_before, rule, words, source)


def agreed_late_enough(facts: NoticeFacts, source: str) -> Line:
    """The tenancy was entered into six months or less before the right to move in."""
    rule = "Agreed no more than 6 months before the day they could move in"
    agreed, moved_in = facts.students.agreed_on, facts.students.moved_in_on or facts.tenancy_began_on
    if agreed is None or moved_in is None:
        words = "We need the day the tenancy was agreed and the day they could move in."
        return Line(Standing.NOT_KNOWN, rule, words, source)
    standing = Standing.MET if dates.add_months(agreed, 6) >= moved_in else Standing.NOT_MET
    words = f"Agreed on {dates.in_words(agreed)}, to move in on {dates.in_words(moved_in)}."
    return Line(standing, rule, words, source)


def in_summer(facts: NoticeFacts, source: str) -> Line:
    rule = "The date in the notice is from 1 June to 30 September"
    if facts.specified_on is None:
        return Line(Standing.NOT_KNOWN, rule, "We need the date in the notice.", source)
    day = facts.specified_on
    standing = Standing.MET if FIRST <= (day.month, day.day) <= LAST else Standing.NOT_MET
    return Line(standing, rule, f"The date is {dates.in_words(day)}.", source)


CONDITIONS = (shared, all_students, told_before, agreed_late_enough, in_summer)
