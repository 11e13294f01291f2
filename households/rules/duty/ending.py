"""What must be true before a duty ends on a ground, and what its end starts.

Sources: Housing Act 1996 ss189B, 193, 193A to 193C, 195 as in force from 1 May 2026.
"""

from dataclasses import dataclass
from datetime import date

from core import dates
from households.rules.duty.clock import Decision, DutyKind, last_day
from households.rules.duty.grounds import GROUNDS, Evidence, Ground
from households.rules.notice import Notice, effect


@dataclass(frozen=True)
class EndFacts:
    """What must be known before a duty ends on a ground.

    `complied` is the officer's recorded view that the reasonable steps were taken, `six_months` that the home is
    likely to last 6 months from the notice. `proved` is the evidence found on record: letters given, the offers
    made and what was answered, findings. `authorised_by_senior`: a manager who was not involved signs.
    """

    kind: DutyKind
    satisfied_on: date
    decision_letter_sent: bool
    assessment_letter_sent: bool
    plan_has_both_sides: bool
    notices: tuple[Notice, ...] = ()
    complied: bool = False
    six_months: bool = False
    proved: frozenset[Evidence] = frozenset()
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


MISSING: dict[Evidence, Obstacle] = {
    Evidence.SIX_MONTHS: Obstacle(
        "no_view", "Record why the home is likely to last 6 months from the notice.", "ss189B(7)(a), 195(8)(a)"
    ),
    Evidence.WARNED_OF_REFUSAL: Obstacle(
        "not_warned",
        "Send the warning about a refusal first. The day in it to change their mind must have passed.",
        "house rule",
    ),
    Evidence.WARNED_TO_COOPERATE: Obstacle(
        "not_warned",
        "Send the warning about not cooperating first. The reasonable time in it must have passed.",
        "s193B(4)",
    ),
    Evidence.AUTHORISED: Obstacle(
        "not_authorised", "Someone at least as senior who was not involved must agree.", "SI 2018/223 reg 3"
    ),
    Evidence.FOUND_NOT_ELIGIBLE: Obstacle("still_eligible", "Decide first that they are not eligible.", "s185"),
    Evidence.MAY_BE_INTENTIONAL: Obstacle(
        "care_leaver",
        "A relevant child, and a former relevant child under 25, cannot be found homeless intentionally.",
        "s191(1B), (1C)",
    ),
    Evidence.NOT_BOUND: Obstacle(
        "bound_elsewhere",
        "They are still bound by the tenancy of their present home, so the offer could not be final.",
        "ss193(7F), (8), 193A(6), (7)",
    ),
    Evidence.TOLD_OF_FINAL_OFFER: Obstacle(
        "not_told",
        "No final offer that they refused is on record, with a letter that told them before what it means and "
        "that they can ask for a review.",
        "s193A(1)(b)",
    ),
    Evidence.TOLD_OF_PART_6: Obstacle(
        "not_told",
        "No letter on record told them before that the offer is final, what it means and that they can ask for a "
        "review.",
        "s193(7)",
    ),
    Evidence.TOLD_OF_TEMPORARY: Obstacle(
        "not_told",
        "No letter on record told them before what refusing the accommodation means and that they can ask for a "
        "review.",
        "s193(5)",
    ),
    Evidence.PRIVATE_OFFER_ACCEPTED: Obstacle(
        "no_offer", "No private offer under the main duty that they accepted is on record.", "s193(7AA), (7AB)"
    ),
    Evidence.PRIVATE_OFFER_REFUSED: Obstacle(
        "no_offer", "No private offer under the main duty that they refused is on record.", "s193(7AA), (7AB)"
    ),
}


def missing(evidence: Evidence, facts: EndFacts, on: date) -> list[Obstacle]:
    """What lacks for one piece of evidence; empty when it is there."""
    if evidence is Evidence.COMPLIED:
        return fifty_six_day_obstacles(facts, on)
    there = {Evidence.SIX_MONTHS: facts.six_months, Evidence.AUTHORISED: facts.authorised_by_senior}
    return [] if there.get(evidence, evidence in facts.proved) else [MISSING[evidence]]


def obstacles(ground: Ground, facts: EndFacts, on: date) -> list[Obstacle]:
    """Everything that stands against ending the duty on this ground on this day; empty when it may end."""
    words = GROUNDS.get(facts.kind, {}).get(ground)
    if words is None:
        source = "s193(5)-(7AA)" if facts.kind is DutyKind.MAIN else "ss189B(7), 195(8)"
        return [Obstacle("no_such_ground", f"A {facts.kind} duty cannot end on this ground.", source)]
    if not words.by_notice:
        return [Obstacle("only_by_law", "The Act ends it. A person cannot choose this.", "s189B(4)")]
    return [obstacle for evidence in words.evidence for obstacle in missing(evidence, facts, on)]


def starts_main_duty(
    ground: Ground, kind: DutyKind, priority_need: Decision, intentional: Decision, *, disregards_need: bool = False
) -> bool:
    """Whether ending relief on this ground starts the main duty (s193(1)).

    Every end does for a household in priority need that is not intentionally homeless, except the
    refusal of a final offer (s193A(3)) and the ends that mean that nothing is owed any more.
    `disregards_need`: they apply again in time after a private offer, so it does without priority need (s195A(1)).
    """
    needy = disregards_need or priority_need is Decision.YES
    if kind is not DutyKind.RELIEF or not needy or intentional is Decision.YES:
        return False
    return ground in (
        Ground.FIFTY_SIX_DAYS,
        Ground.LAPSED,
        Ground.REFUSED_SUITABLE,
        Ground.NON_COOPERATION,
    )
