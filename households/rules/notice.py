"""What a landlord's notice means for the council's duties (HA 1996 ss175(5), 195(6), as amended on 1 May 2026)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core import dates
from core.rulebook.rules.notices import timing


class NoticeKind(StrEnum):
    SECTION_8 = "section_8"
    SECTION_21 = "section_21"
    OTHER = "other"


class Tenancy(StrEnum):
    """The kind of tenancy decides the test, not the kind of landlord."""

    ASSURED = "assured"
    SOCIAL_ASSURED = "social_assured"
    OTHER = "other"


class Validity(StrEnum):
    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


NOTICE_LABELS = {
    NoticeKind.SECTION_8: "A section 8 notice",
    NoticeKind.SECTION_21: "A section 21 notice that still counts (given before 1 May 2026, or a social tenancy)",
    NoticeKind.OTHER: "Another notice, or a request to leave",
}
TENANCY_LABELS = {
    Tenancy.ASSURED: "An assured tenancy of a private home",
    Tenancy.SOCIAL_ASSURED: "An assured tenancy of social housing",
    Tenancy.OTHER: "Something else: lodger, licence, family",
}
VALIDITY_LABELS = {Validity.YES: "Yes", Validity.NO: "No", Validity.UNCLEAR: "Not clear"}


@dataclass(frozen=True)
class Notice:
    """A notice as far as the duties care. `specified_on` is the date in it."""

    kind: NoticeKind
    tenancy: Tenancy
    specified_on: date
    validity: Validity = Validity.YES
    only_home: bool = True


@dataclass(frozen=True)
class NoticeEffect:
    """`threatened_by_notice`: s175(5) is met by the notice alone. `bars_56_days`: s195(6) applies."""

    threatened_by_notice: bool
    bars_56_days: bool
    needs_manager: bool
    because: str


def counts(notice: Notice) -> bool:
    """Whether the statute gives this kind of notice on this kind of tenancy an effect of its own.

    A section 21 notice on a private tenancy counts only as saved by RRA 2025 Sch 6 paras 3-4
    (given before 1 May 2026 with the claim requested in time); it is recorded as such or not at all.
    """
    pairs = {
        (NoticeKind.SECTION_8, Tenancy.ASSURED),
        (NoticeKind.SECTION_21, Tenancy.ASSURED),
        (NoticeKind.SECTION_21, Tenancy.SOCIAL_ASSURED),
    }
    return (notice.kind, notice.tenancy) in pairs and notice.validity is Validity.YES and notice.only_home


def effect(notice: Notice, on: date) -> NoticeEffect:
    """What the notice does on a day. "Within 56 days" counts `specified_on - on <= 56` calendar days."""
    if not counts(notice):
        social_section_8 = notice.kind is NoticeKind.SECTION_8 and notice.tenancy is Tenancy.SOCIAL_ASSURED
        return NoticeEffect(
            False,
            False,
            social_section_8,
            "This notice does not settle it. Ask whether they are likely to be homeless within 56 days (s175(4)).",
        )
    near = timing.within_56_days(notice.specified_on, on)
    past = on > notice.specified_on
    if past:
        because = "The date in the notice has passed. Decide whether it is reasonable to stay (s175(3), s177)."
    elif near:
        because = "A valid notice for their only home gives a date within 56 days (s175(5))."
    else:
        first = dates.in_words(threatened_from(notice))
        because = f"The date in the notice is more than 56 days off. The test is met from {first}."
    return NoticeEffect(near and not past, near, False, because)


def threatened_from(notice: Notice) -> date:
    """The first day on which the date in the notice is within 56 days: the pre-prevention reminder fires then."""
    return timing.threatened_from(notice.specified_on)
