"""The prevention, relief and main duties: their clocks and how they may lawfully end.

Sources: Housing Act 1996 ss189B, 193, 193A to 193C, 195 as in force from 1 May 2026.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core import dates
from core.states import Colour, Holder, Machine, State, move
from households.rules.notice import Notice, effect

DUTY_DAYS = 56
WARNING_DAYS = (35, 49, 56)


class DutyKind(StrEnum):
    PREVENTION = "prevention"
    RELIEF = "relief"
    MAIN = "main"


class DutyState(StrEnum):
    OPEN = "open"
    ENDED = "ended"


DUTY = Machine(
    "duty",
    DutyState.OPEN,
    [
        State(
            DutyState.OPEN,
            "Duty owed",
            Holder.COUNCIL,
            "Your housing officer works through the plan with you.",
            "The duty stays open. Help never stops without a letter.",
        ),
        State(
            DutyState.ENDED,
            "Duty ended",
            Holder.NOBODY,
            "The letter says why it ended and how to ask for a review.",
            colour=Colour.GREY,
            terminal=True,
        ),
    ],
    [move("end", [DutyState.OPEN], DutyState.ENDED, "End the duty")],
)


class Decision(StrEnum):
    """A finding that may still be open."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


class Ground(StrEnum):
    """Statutory grounds on which a duty ends. "Contact lost" and "died" are statistics, not grounds."""

    SECURED = "secured"
    FIFTY_SIX_DAYS = "fifty_six_days"
    LAPSED = "lapsed"
    BECAME_HOMELESS = "became_homeless"
    REFUSED_SUITABLE = "refused_suitable"
    REFUSED_FINAL = "refused_final"
    INTENTIONAL_FROM_PROVIDED = "intentional_from_provided"
    NOT_ELIGIBLE = "not_eligible"
    WITHDREW = "withdrew"
    NON_COOPERATION = "non_cooperation"
    REFERRED = "referred"


@dataclass(frozen=True)
class GroundWords:
    """A ground in words, with its paragraph, the H-CLIC reasons that may stand beside it and who signs."""

    label: str
    source: str
    hclic_reasons: tuple[str, ...]
    manager_signs: bool = False
    by_notice: bool = True


PREVENTION_GROUNDS: dict[Ground, GroundWords] = {
    Ground.SECURED: GroundWords(
        "A suitable home is secured, likely to last at least 6 months from the notice",
        "s195(8)(a)",
        ("secured_existing_6m", "secured_alternative_6m"),
    ),
    Ground.FIFTY_SIX_DAYS: GroundWords(
        "56 days have passed and we took the reasonable steps",
        "s195(8)(b)",
        ("56_days_no_action", "contact_lost"),
        manager_signs=True,
    ),
    Ground.BECAME_HOMELESS: GroundWords("They became homeless", "s195(8)(c)", ("homeless",)),
    Ground.REFUSED_SUITABLE: GroundWords(
        "They refused a suitable offer likely to last at least 6 months", "s195(8)(d)", ("refused_suitable",)
    ),
    Ground.INTENTIONAL_FROM_PROVIDED: GroundWords(
        "They became homeless intentionally from a home we helped them get", "s195(8)(e)", ("homeless",)
    ),
    Ground.NOT_ELIGIBLE: GroundWords("They are no longer eligible", "s195(8)(f)", ("no_longer_eligible",)),
    Ground.WITHDREW: GroundWords("They withdrew", "s195(8)(g)", ("withdrew_deceased", "contact_lost")),
    Ground.NON_COOPERATION: GroundWords(
        "They deliberately and unreasonably refused to cooperate, after a warning",
        "s193B, s193C(2)",
        ("refused_cooperate",),
        manager_signs=True,
    ),
}

RELIEF_GROUNDS: dict[Ground, GroundWords] = {
    Ground.SECURED: GroundWords(
        "A suitable home is secured, likely to last at least 6 months from the notice", "s189B(7)(a)", ("secured_6m",)
    ),
    Ground.FIFTY_SIX_DAYS: GroundWords(
        "56 days have passed and we took the reasonable steps",
        "s189B(7)(b)",
        ("56_days", "contact_lost"),
        manager_signs=True,
    ),
    Ground.LAPSED: GroundWords("The duty ended by itself after 56 days", "s189B(4)", ("56_days",), by_notice=False),
    Ground.REFUSED_SUITABLE: GroundWords(
        "They refused a suitable offer likely to last at least 6 months", "s189B(7)(c)", ("refused_final",)
    ),
    Ground.REFUSED_FINAL: GroundWords(
        "They refused a final accommodation offer", "s193A(2)", ("refused_final",), manager_signs=True
    ),
    Ground.INTENTIONAL_FROM_PROVIDED: GroundWords(
        "They became homeless intentionally from a home we provided", "s189B(7)(d)", ("intentional_provided",)
    ),
    Ground.NOT_ELIGIBLE: GroundWords("They are no longer eligible", "s189B(7)(e)", ("no_longer_eligible",)),
    Ground.WITHDREW: GroundWords("They withdrew", "s189B(7)(f)", ("withdrew_deceased", "contact_lost")),
    Ground.NON_COOPERATION: GroundWords(
        "They deliberately and unreasonably refused to cooperate, after a warning",
        "s193B, s193C(2)",
        ("notice_noncoop",),
        manager_signs=True,
    ),
    Ground.REFERRED: GroundWords(
        "Another council accepted a local connection referral", "s199A(5)", ("local_connection_accepted",)
    ),
}

GROUNDS: dict[DutyKind, dict[Ground, GroundWords]] = {
    DutyKind.PREVENTION: PREVENTION_GROUNDS,
    DutyKind.RELIEF: RELIEF_GROUNDS,
}


def last_day(satisfied_on: date) -> date:
    """Day 56, counting the day the council was first satisfied as day 1 (ss189B(4), 195(8)(b))."""
    return dates.last_day(satisfied_on, DUTY_DAYS)


def restart_after_referral(notice_on: date) -> date:
    """Relief day 1 when another council refuses a referral: the day of the s199A(3) notice (s199A(4)(b))."""
    return notice_on


def warning_dates(satisfied_on: date) -> dict[int, date]:
    """The days on which the officer is reminded: 35, 49 and 56."""
    return {day: satisfied_on + timedelta(days=day - 1) for day in WARNING_DAYS}


@dataclass(frozen=True)
class EndFacts:
    """What must be known before a prevention or relief duty ends on a ground.

    `complied` is the officer's recorded view that the reasonable steps were taken. `six_months` is the
    recorded view, with reasons, that the home is likely to last 6 months from the notice.
    `warned` says that a warning letter went before (house rule for refusals; s193B(4) for non-cooperation).
    """

    kind: DutyKind
    satisfied_on: date
    decision_letter_sent: bool
    assessment_letter_sent: bool
    plan_has_both_sides: bool
    notices: tuple[Notice, ...] = ()
    complied: bool = False
    six_months: bool = False
    warned: bool = False
    authorised_by_senior: bool = False


@dataclass(frozen=True)
class Obstacle:
    """Why a duty cannot end on a ground now, with the source."""

    code: str
    words: str
    source: str


def bar_stands(ground: Ground, kind: DutyKind, notices: tuple[Notice, ...], on: date) -> bool:
    """Whether a notice bars the end of prevention on this ground on a day: only "56 days" is barred (s195(6))."""
    if kind is not DutyKind.PREVENTION or ground is not Ground.FIFTY_SIX_DAYS:
        return False
    return any(effect(notice, on).bars_56_days for notice in notices)


def fifty_six_day_obstacles(facts: EndFacts, on: date) -> list[Obstacle]:
    found: list[Obstacle] = []
    end = last_day(facts.satisfied_on)
    if on <= end:
        found.append(
            Obstacle("too_early", f"Day 56 is {dates.in_words(end)}. It must have passed.", "ss189B(7)(b), 195(8)(b)")
        )
    if bar_stands(Ground.FIFTY_SIX_DAYS, facts.kind, facts.notices, on):
        found.append(
            Obstacle(
                "notice_bar",
                "A valid notice for their only home gives a date within 56 days or already past, "
                "so prevention cannot end as “56 days”.",
                "s195(6)",
            )
        )
    if not (facts.decision_letter_sent and facts.assessment_letter_sent and facts.plan_has_both_sides):
        found.append(
            Obstacle(
                "not_complied",
                "The decision letter, the assessment letter and a plan with steps for both sides must be in place "
                "before the duty can count as complied with.",
                "ss184(3), 189A",
            )
        )
    if not facts.complied:
        found.append(Obstacle("no_view", "Record how the reasonable steps were taken.", "ss189B(2), 195(2)"))
    return found


def obstacles(ground: Ground, facts: EndFacts, on: date) -> list[Obstacle]:
    """Everything that stands against ending the duty on this ground on this day; empty when it may end."""
    if ground not in GROUNDS.get(facts.kind, {}):
        return [
            Obstacle("no_such_ground", f"A {facts.kind} duty cannot end on this ground.", "ss189B(7), 195(8)"),
        ]
    if ground is Ground.FIFTY_SIX_DAYS:
        return fifty_six_day_obstacles(facts, on)
    if ground is Ground.LAPSED:
        return [Obstacle("only_by_law", "The Act ends it. A person cannot choose this.", "s189B(4)")]
    if ground is Ground.SECURED and not facts.six_months:
        return [Obstacle("no_view", "Record why the home is likely to last 6 months from the notice.", "ss189B(7)(a)")]
    if ground in (Ground.REFUSED_SUITABLE, Ground.REFUSED_FINAL) and not facts.warned:
        return [Obstacle("not_warned", "Send the warning letter first and give a reasonable time.", "house rule")]
    if ground is Ground.NON_COOPERATION:
        if not facts.warned:
            return [Obstacle("not_warned", "A warning letter and a reasonable time must come first.", "s193B(4)")]
        if not facts.authorised_by_senior:
            return [
                Obstacle(
                    "not_authorised",
                    "Someone at least as senior who was not involved must agree.",
                    "SI 2018/223 reg 3",
                )
            ]
    return []


def relief_lapses_on(
    satisfied_on: date, priority_need: Decision, intentional: Decision, *, lapses_if_open: bool = False
) -> date | None:
    """The day at whose end relief ends by itself, or None while only a notice can end it (s189B(4)).

    The Act needs the council to be satisfied of priority need and not satisfied that the household is
    homeless intentionally. `lapses_if_open` reads an undecided intentionality as "not satisfied": a
    setting for the council's solicitor, off by default.
    """
    if priority_need is not Decision.YES or intentional is Decision.YES:
        return None
    if intentional is Decision.UNDECIDED and not lapses_if_open:
        return None
    return last_day(satisfied_on)


def main_decision_overdue_days(satisfied_on: date, on: date, *, decided: bool) -> int:
    """Days since day 56 of relief with the main duty decision still open; 0 when none is overdue."""
    return 0 if decided else max(0, (on - last_day(satisfied_on)).days)


def starts_main_duty(ground: Ground, kind: DutyKind, priority_need: Decision, intentional: Decision) -> bool:
    """Whether ending relief on this ground starts the main duty (s193(1)).

    Every end does for a household in priority need that is not intentionally homeless, except the
    refusal of a final offer (s193A(3)) and the ends that mean that nothing is owed any more.
    """
    if kind is not DutyKind.RELIEF or priority_need is not Decision.YES or intentional is Decision.YES:
        return False
    return ground in (
        Ground.FIFTY_SIX_DAYS,
        Ground.LAPSED,
        Ground.REFUSED_SUITABLE,
        Ground.NON_COOPERATION,
    )
