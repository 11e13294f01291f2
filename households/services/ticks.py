"""What the record, and the words of the letter itself, say to its checklist."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from core import dates
from core.documents.letter import Letter
from core.documents.rules.text import plain
from households import letters
from households.models import Duty, Household
from households.rules.duty import GROUNDS, DutyKind, DutyState, Ground, bar_stands
from households.rules.letter import SPECS, LetterKind, review_last_day

SIDES = ("council", "applicant")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)


def text_of(letter: Letter) -> str:
    """All that the letter says, as it is kept."""
    return "\n".join(strings(letter.to_json()["blocks"]))


def says(text: str, *wanted: str) -> bool:
    """Whether every one of these stands in the text. Nothing is not something to say."""
    return all(words.strip() and plain(words) in text for words in wanted)


def reasons_said(household: Household, text: str) -> bool:
    """Whether the letter gives the reasons of each finding, and there are findings."""
    found = letters.reasons(household)
    return bool(found) and says(text, *(decision.reasons for decision in found))


def review_said(letter: Letter, told: date) -> bool:
    """Whether the letter says how to ask for a review, and the last day for it."""
    last = dates.in_words(review_last_day(told))
    return any(letters.is_review(block) and says(block.text, last) for block in letter.blocks)


def plan_said(household: Household, text: str) -> dict[str, bool]:
    plan = household.plans.prefetch_related("steps").first()
    if plan is None:
        return {"both_sides": False, "agreed": False}
    sides = [[step.what for step in plan.steps.all() if step.side == side and not step.dropped_on] for side in SIDES]
    return {
        "both_sides": all(side and says(text, *side) for side in sides),
        "agreed": says(text, letters.AGREED if plan.agreed else plan.not_agreed_because),
    }


def end_said(duty: Duty | None, text: str) -> bool:
    """Whether the letter says on which ground the duty ends, with its paragraph, and why."""
    if duty is None or not duty.ground:
        return False
    words = GROUNDS[DutyKind(duty.kind)][Ground(duty.ground)]
    return says(text, words.label, words.source, duty.end_reasons)


def bar_clear(duty: Duty | None) -> bool:
    """Whether no notice on file barred the end on the day of it (s195(6)): looked up, not taken as read."""
    if duty is None or not duty.ground or duty.ended_on is None:
        return False
    on_file = duty.household.notices.exclude(withdrawn_on__lte=duty.ended_on)
    facts = tuple(notice.facts() for notice in on_file)
    return not bar_stands(Ground(duty.ground), DutyKind(duty.kind), facts, duty.ended_on)


def answer_said(text: str, told: date, about: str, answer_by: date | None) -> dict[str, bool]:
    """What an offer or a warning must say: what it is about, the day for an answer, what an answer means."""
    in_time = answer_by is not None and answer_by > told
    return {
        "names": says(text, about),
        "time": answer_by is not None and in_time and says(text, dates.in_words(answer_by)),
        "consequences": says(text, "If you say yes", "If you say no"),
        "no_threat": "main duty" not in text,
    }


def rule_ticks(
    kind: LetterKind,
    household: Household,
    duty: Duty | None,
    letter: Letter,
    told: date,
    about: str = "",
    answer_by: date | None = None,
) -> dict[str, bool]:
    """Each box that no officer ticks, looked up in the letter as it would go, and in the record where it is asked."""
    text, wanted = text_of(letter), {item.key for item in SPECS[kind].items if item.by_rule}
    found = {
        "decision": duty is not None and says(text, letters.OWED[DutyKind(duty.kind)]),
        "review_right": review_said(letter, told),
        "circumstance": end_said(duty, text),
        **answer_said(text, told, about, answer_by),
    }
    if "reasons" in wanted:
        found["reasons"] = reasons_said(household, text)
    if wanted & {"both_sides", "agreed"}:
        found |= plan_said(household, text)
    if "bar_checked" in wanted:
        found["bar_checked"] = bar_clear(duty)
    if "relief_ended" in wanted:
        found["relief_ended"] = not household.duties.filter(kind=DutyKind.RELIEF, state=DutyState.OPEN).exists()
    return found
