"""On which grounds a duty can end, and what stands in the way today."""

from dataclasses import dataclass
from datetime import date

from core.ui.components import SumLine
from households.models import Duty
from households.rules import duty as rules
from households.rules.duty import DutyKind, Evidence, Ground, Obstacle
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

    `blocked` are grounds that cannot be chosen today, each with its obstacles, and `barred` their values. `views`
    are the officer's own views that some ground asks for. `needs_manager`: on some ground a manager signs as well.
    """

    grounds: list[tuple[str, str]]
    hints: dict[str, str]
    statistics: list[tuple[str, str]]
    blocked: list[tuple[str, list[Obstacle]]]
    barred: frozenset[str]
    views: frozenset[str]
    needs_manager: bool
    starts_main_duty: list[str]
    starts_because: str
    summary: str
    sum: list[SumLine]


def standing(duty: Duty, ground: Ground, on: date) -> list[Obstacle]:
    """What stands in the way on a day whatever views the officer records."""
    views = End(ground, "", "", on, complied=True, six_months=True)
    return rules.obstacles(ground, duties.end_facts(duty, views, on, authorised=True), on)


VIEWS = {Evidence.COMPLIED: "complied", Evidence.SIX_MONTHS: "six_months"}


def hint(words_of: rules.GroundWords, *, barred: bool) -> str:
    said = [words_of.source, "A manager signs it" if words_of.manager_signs else "", "Not today: see above" * barred]
    return ". ".join(part for part in said if part) + "."


def why_main_follows(duty: Duty) -> str:
    return APPLIED_AGAIN if reapplication.disregards_need(duty.household) else IN_NEED


def ending(duty: Duty, on: date) -> Ending:
    kind = DutyKind(duty.kind)
    listed = {ground: words_of for ground, words_of in rules.GROUNDS[kind].items() if words_of.by_notice}
    against = {ground: found for ground in listed if (found := standing(duty, ground, on))}
    return Ending(
        grounds=[(ground.value, each.label) for ground, each in listed.items()],
        hints={ground.value: hint(each, barred=ground in against) for ground, each in listed.items()},
        statistics=words.end_reasons(duty.kind, on),
        blocked=[(listed[ground].label, found) for ground, found in against.items()],
        barred=frozenset(ground.value for ground in against),
        views=frozenset(VIEWS[each] for words_of in listed.values() for each in words_of.evidence if each in VIEWS),
        needs_manager=any(each.manager_signs for each in listed.values()),
        starts_main_duty=[each.label for ground, each in listed.items() if duties.main_follows(duty, ground)],
        starts_because=why_main_follows(duty),
        summary=clock.in_words(duty, on),
        sum=clock.lines(duty, on),
    )
