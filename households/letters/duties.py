"""The words of the letters that open and end a duty, in blocks for the page and the PDF."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeGuard

from core import dates
from core.documents.letter import Block, Bullets, Facts, Heading, Letter, Notice, Paragraph, Signature
from core.documents.letterhead import council
from core.rulebook.rules.bedrooms import Reason
from households.models import Decision, Duty, Household, Plan
from households.rules.case import QUESTION_LABELS
from households.rules.duty import GROUNDS, DutyKind, Ground
from households.rules.letter import SPECS, LetterKind, review_last_day

REVIEW_TITLE = "Your right to a review"
AGREED = "We agreed these steps with you."
OWED = {
    DutyKind.PREVENTION: (
        "We owe you a duty to help you keep your home or find another (the prevention duty, Housing Act 1996 s195)."
    ),
    DutyKind.RELIEF: "We owe you a duty to help you find a home (the relief duty, Housing Act 1996 s189B).",
    DutyKind.MAIN: (
        "We owe you the main duty: to make sure that you have suitable accommodation (Housing Act 1996 s193)."
    ),
}


def review_block(kind: LetterKind, notified_on: date) -> list[Block]:
    """The review right, where the letter has one."""
    spec = SPECS[kind]
    if not spec.review_weeks:
        return []
    return [
        Notice(
            "If you think this is wrong you can ask us to look at it again. Ask by "
            f"{dates.in_words(review_last_day(notified_on))} (21 days), in any way: ring, write or come in. "
            f"Someone more senior who was not involved decides within {spec.review_weeks} weeks and writes to you. "
            "You can have someone to help you.",
            title=REVIEW_TITLE,
        )
    ]


def reasons(household: Household) -> list[Decision]:
    """The newest finding on each question that has an answer."""
    found: dict[str, Decision] = {}
    for decision in household.decisions.all():
        found.setdefault(decision.question, decision)
    return [decision for decision in found.values() if decision.answer != "undecided"]


def reason_blocks(household: Household) -> list[Block]:
    blocks: list[Block] = [Heading("What we decided, and why")]
    for decision in reasons(household):
        label = QUESTION_LABELS[decision.question]
        blocks.append(Paragraph(f"{label}: {decision.answer}. {decision.reasons}"))
    return blocks


def duty_decision(household: Household, duty: Duty) -> list[Block]:
    kind = DutyKind(duty.kind)
    blocks: list[Block] = [
        Paragraph(OWED[kind]),
        Facts(
            tuple(
                row
                for row in (
                    ("From", dates.in_words(duty.satisfied_on)),
                    ("For at least", f"56 days, to {dates.in_words(duty.last_day)}" if duty.last_day else ""),
                )
                if row[1]
            )
        ),
        *reason_blocks(household),
        Heading("What happens next"),
        Paragraph(
            "We make a plan with you: what you do, what we do and by when. You need no papers to start. "
            "The duty does not end without a letter that says why."
        ),
    ]
    return blocks


def steps(plan: Plan, side: str) -> tuple[str, ...]:
    """The steps of a side. Advice is marked as advice: not following it is held against nobody (s189A(7))."""
    return tuple(
        f"{step.what}{f' (by {dates.in_words(step.due_on)})' if step.due_on else ''}"
        f"{' (this is advice, not a step you must take)' if step.is_advice else ''}"
        for step in plan.steps.all()
        if step.side == side and step.dropped_on is None
    )


def need_lines(lines: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)


def assessment_and_plan(
    household: Household, plan: Plan, bedrooms: int, because: tuple[Reason, ...], rent: str
) -> list[Block]:
    blocks: list[Block] = [
        Heading("What happened"),
        Paragraph(household.what_happened or "Nothing is written down yet. Tell us what happened, and we add it."),
        Heading("The home you need"),
        Paragraph(f"{bedrooms} bedroom{'s' if bedrooms != 1 else ''}:"),
        Bullets(need_lines(because)),
        Paragraph(rent),
    ]
    if household.housing_needs:
        blocks.append(Paragraph(household.housing_needs))
    blocks += [
        Heading("The support you need"),
        Paragraph(household.support_needs or "Nothing is written down yet. Tell us if you need any."),
    ]
    for side, title in (
        ("council", "What we will do"),
        ("applicant", "What you will do"),
        ("partner", "What others do"),
    ):
        if listed := steps(plan, side):
            blocks += [Heading(title), Bullets(listed)]
    if plan.agreed:
        blocks.append(Paragraph(AGREED))
    else:
        blocks.append(Paragraph(f"We could not agree all the steps. The reason: {plan.not_agreed_because}"))
    if plan.what_changed:
        blocks += [
            Heading("What changed since the last plan"),
            Paragraph(plan.what_changed),
            Paragraph("If a step is gone from the plan, not doing it from now on is not counted against you."),
        ]
    blocks.append(Paragraph(f"We look at the plan with you again by {dates.in_words(plan.review_on)}."))
    return blocks


def end_of_duty(household: Household, duty: Duty) -> list[Block]:
    kind, ground = DutyKind(duty.kind), Ground(duty.ground)
    words = GROUNDS[kind][ground]
    blocks: list[Block] = [
        Paragraph(f"Our {kind} duty to you ends on {dates.in_words(duty.ended_on)}." if duty.ended_on else ""),
        Heading("Why"),
        Paragraph(f"{words.label} (Housing Act 1996 {words.source})."),
        Paragraph(duty.end_reasons),
    ]
    if household.duties.open().exclude(pk=duty.pk).exists():
        other = household.duties.open().exclude(pk=duty.pk).order_by("-satisfied_on")[0]
        blocks += [Heading("What we owe you now"), Paragraph(OWED[DutyKind(other.kind)])]
    blocks += [
        Heading("What happens next"),
        Paragraph(
            "Your officer stays your contact. If anything changes, or goes wrong, ring us. You can always ask again."
        ),
    ]
    return blocks


def main_duty_decision(household: Household, duty: Duty) -> list[Block]:
    return [
        Paragraph(OWED[DutyKind.MAIN]),
        Facts((("From", dates.in_words(duty.satisfied_on)),)),
        *reason_blocks(household),
        Heading("What happens next"),
        Paragraph("The accommodation that you have now goes on until we offer you a suitable home."),
    ]


@dataclass(frozen=True)
class Signer:
    """Who signs, and the role in which they do."""

    name: str
    title: str

    def block(self) -> Signature:
        return Signature(self.name, self.title, (f"Telephone {council().telephone}",))


def whole(
    household: Household, kind: LetterKind, body: list[Block], *, signer: Signer, reference: str, on: date, told: date
) -> Letter:
    """A letter with its greeting, its body, the review right and the signature."""
    return Letter(
        title=SPECS[kind].label,
        reference=reference,
        date=on,
        council=council(),
        recipient=(household.name, *household.present_address.splitlines()),
        blocks=(Paragraph(f"Dear {household.name}"), *body, *review_block(kind, told), signer.block()),
    )


def signed_as_well(letter: Letter, kind: LetterKind, *, signer: Signer, on: date, told: date) -> Letter:
    """The same words with a second signature, and with the days as they are now that it is given."""
    kept = [block for block in letter.blocks if not is_review(block)]
    first = next(place for place, block in enumerate(kept) if isinstance(block, Signature))
    blocks = (*kept[:first], *review_block(kind, told), *kept[first:], signer.block())
    return replace(letter, date=on, blocks=blocks)


def is_review(block: Block) -> TypeGuard[Notice]:
    return isinstance(block, Notice) and block.title == REVIEW_TITLE
