"""What must be true before a duty ends on a ground, and what its end starts.

Sources: Housing Act 1996 ss189B, 193, 193A to 193C, 195 as in force from 1 May 2026.
"""

from dataclasses import dataclass
from datetime import date

from core import dates
from households.rules.duty.clock import Decision, DutyKind, last_day
from households.rules.duty.grounds import GROUNDS, Ground
from households.rules.notice import Notice, effect


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
