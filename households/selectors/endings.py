"""On which grounds a duty can end, and what stands in the way today."""

from dataclasses import dataclass
from datetime import date

from core.ui.components import SumLine
from households.models import Duty
from households.rules import duty as rules
from households.rules.duty import Decision, DutyKind, Ground, Obstacle
from households.rules.reapplication import SOURCE
from households.selectors import clock, reapplication, words
from households.services import duties
from households.services.duties import End

IN_NEED = "They are in priority need and not found intentionally homeless."
APPLIED_AGAIN = (
    f"They asked again in time after a private offer ({SOURCE}), so priority need does not matter. They are not found "
    "intentionally homeless."
)


@dataclass(frozen=True)
class Ending:
    """The grounds that may be chosen with a hint each, and what an officer must know first.

    `blocked` are grounds that cannot be chosen today, each with its obstacles. `needs_manager` are those that
    a manager signs as well.
    """

    grounds: list[tuple[str, str]]
    hints: dict[str, str]
    statistics: list[tuple[str, str]]
    blocked: list[tuple[str, list[Obstacle]]]
    needs_manager: list[str]
    starts_main_duty: list[str]
    starts_because: str
    summary: str
    sum: list[SumLine]


def standing(duty: Duty, ground: Ground, on: date) -> list[Obstacle]:
    """What stands in the way on a day whatever views the officer records."""
    views = End(ground, "", "", on, complied=True, six_months=True)
    return rules.obstacles(ground, duties.end_facts(duty, views, on, authorised=True), on)


def hint(words_of: rules.GroundWords) -> str:
    return f"{words_of.source}. A manager signs it." if words_of.manager_signs else words_of.source


def ending(duty: Duty, on: date) -> Ending:
    kind = DutyKind(duty.kind)
    listed = {ground: words_of for ground, words_of in rules.GROUNDS[kind].items() if words_of.by_notice}
    again = reapplication.disregards_need(duty.household)
    priority, intentional = Decision(duty.household.priority_need), Decision(duty.household.intentional)
    blocked = [(each.label, found) for ground, each in listed.items() if (found := standing(duty, ground, on))]
    return Ending(
        grounds=[(ground.value, each.label) for ground, each in listed.items()],
        hints={ground.value: hint(each) for ground, each in listed.items()},
        statistics=words.end_reasons(duty.kind, on),
        blocked=blocked,
        needs_manager=[each.label for each in listed.values() if each.manager_signs],
        starts_main_duty=[
            each.label
            for ground, each in listed.items()
            if rules.starts_main_duty(ground, kind, priority, intentional, disregards_need=again)
        ],
        starts_because=APPLIED_AGAIN if again else IN_NEED,
        summary=clock.in_words(duty, on),
        sum=clock.lines(duty, on),
    )
