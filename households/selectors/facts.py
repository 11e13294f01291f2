"""The facts of one household in rows: people, needs, findings, notices, stays, each with the way to change it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core import dates
from core.access.actor import Actor, Can
from core.money import Money
from core.rulebook.rules.bedrooms import Reason
from core.ui.components import Action, Cell, Column, Row, SumLine, Table, Tag
from households.forms.people import BENEFITS, TICKS, from_person
from households.models import Household, Member, NoticeServed, Placement
from households.rules import notice as notices
from households.rules.case import ANSWERS, PET_LABELS, PRIORITY_NEED_CATEGORIES, QUESTION_LABELS, MemberRole, Question
from households.rules.placement import FUNCTION_LABELS, nights
from households.selectors import areas, reapplication
from households.selectors.needs import Needs
from households.selectors.urls import url
from households.services.people import as_given


def people_table(household: Household, actor: Actor, on: date) -> Table:
    members = list(household.members.all())
    given = as_given(members)
    works = actor.can(Can.WORK_HOUSEHOLDS)
    labels = dict(TICKS)
    rows = []
    for number, (member, person) in enumerate(zip(members, given, strict=True), start=1):
        shown = from_person(person)
        facts = [labels[tick] for tick in shown["ticks"]]
        if shown["disability_benefit"]:
            facts.append(BENEFITS[shown["disability_benefit"]])
        cells = [
            Cell(
                member.name or f"Person {number}",
                url=url("person_change", household.reference, number) if works else "",
                note=member.get_role_display(),
            ),
            age_cell(member, on),
            Cell(member.get_sex_display()),
            Cell(facts),
        ]
        cells.append(Cell("Remove", url=url("person_remove", household.reference, number)) if works else Cell(""))
        rows.append(cells)
    return Table(
        caption="People and what counts",
        caption_hidden=True,
        columns=[Column("Name"), Column("Age"), Column("Sex"), Column("What counts"), Column("Remove", hidden=True)],
        rows=rows,
        empty="Nobody is recorded yet. Add the person who asks for help first.",
    )


def age_cell(member: Member, on: date) -> Cell:
    if member.role == MemberRole.EXPECTED_BABY:
        due = f"expected {dates.short(member.expected_on)}" if member.expected_on else "expected"
        return Cell("Not born yet", note=due)
    return Cell(str(member.age_on(on)), note=f"born {dates.short(member.born_on)}" if member.born_on else "")


@dataclass(frozen=True)
class Answer:
    """One number that may be doubted: the words, and the sum that made it."""

    words: str
    lines: list[SumLine]
    total: Any


def lines(because: Sequence[Reason]) -> list[SumLine]:
    return [
        SumLine(line.text, str(line.bedrooms) if line.bedrooms else "", source=line.source, rule=line.source and "Rule")
        for line in because
    ]


def answers(needs: Needs) -> list[Answer]:
    """Bedrooms needed, and help with rent under each scheme, as sums to open."""
    if not needs.bedrooms:
        return []
    rooms = "bedroom" if needs.bedrooms == 1 else "bedrooms"
    found = [Answer(f"They need {needs.bedrooms} {rooms}", lines(needs.bedrooms_because), str(needs.bedrooms))]
    if needs.allowance is None:
        return found
    uc, hb = needs.allowance.uc, needs.allowance.hb
    spared = [needs.allowance.spared] if needs.allowance.spared else []
    return [
        *found,
        Answer(
            f"Universal Credit covers rent to {needs.allowance.monthly.short} a month",
            lines([*uc.because, *spared]),
            needs.allowance.monthly,
        ),
        Answer(
            f"Housing Benefit covers rent to {needs.allowance.weekly} a week", lines(hb.because), needs.allowance.weekly
        ),
    ]


def money(amount: Money | None) -> str:
    return f"{amount.short} a month" if amount is not None else ""


def needs_rows(household: Household, needs: Needs) -> list[Row]:
    floor = household.max_floor_without_lift
    access = [
        words
        for said, words in (
            (household.needs_step_free, "A way in without steps"),
            (household.needs_wheelchair, "A home for a wheelchair user"),
            (floor is not None, "Ground floor only" if floor == 0 else f"Floor {floor} at most without a lift"),
        )
        if said
    ]
    return [
        Row("Wants to live in", areas.in_words(household.wanted_areas) or "Anywhere"),
        Row("Not safe in", areas.in_words(household.unsafe_areas) or "Nowhere named"),
        Row("Most rent", money(needs.rent_ceiling), note=needs.rent_ceiling_because),
        Row("Income", money(household.monthly_income)),
        Row("Access", access or "Nothing special"),
        Row("Pets", PET_LABELS[household.pets]),
        Row("Must move by", household.move_by),
        Row("Bound to the present home to", household.existing_liability_ends_on),
        Row("About the home", household.housing_needs),
        Row("Support", household.support_needs),
    ]


TAGS = {
    "yes": "green",
    "no": "grey",
    "undecided": "yellow",
    "threatened": "blue",
    "homeless": "blue",
    "neither": "grey",
}


def finding_rows(household: Household, actor: Actor) -> list[Row]:
    """The newest finding on each question with its reasons, and the way to decide it."""
    newest: dict[str, Any] = {}
    for decision in household.decisions.all():
        newest.setdefault(decision.question, decision)
    found = [finding_row(household, question, newest.get(question), actor) for question in Question]
    return [*found, reapplication.finding_row(household, actor)]


def finding_row(household: Household, question: Question, last: Any, actor: Actor) -> Row:
    answer = getattr(household, question)
    value: list[Any] = [Tag(ANSWERS[question][answer], TAGS[answer])]
    if last and question is Question.PRIORITY_NEED:
        value += [PRIORITY_NEED_CATEGORIES[each] for each in last.categories]
    if last and last.reasons:
        value.append(last.reasons)
    action = (
        Action("Decide", url("decide", household.reference, question.value)) if actor.can(Can.SIGN_LETTERS) else None
    )
    return Row(QUESTION_LABELS[question], value, action, note=f"Decided {dates.short(last.decided_on)}" if last else "")


def notice_rows(household: Household, actor: Actor, on: date) -> list[Row]:
    """Each notice with what it does today, those taken back last."""
    numbered = list(enumerate(household.notices.all(), start=1))
    numbered.sort(key=lambda pair: pair[1].withdrawn_on is not None)
    return [notice_row(household, row, number, actor, on) for number, row in numbered]


def notice_row(household: Household, row: NoticeServed, number: int, actor: Actor, on: date) -> Row:
    given = f"Given {dates.short(row.served_on)}."
    if row.withdrawn_on is not None:
        given = f"{given} Taken back {dates.short(row.withdrawn_on)}."
        return Row(notice_title(row), Tag("Taken back", "grey"), note=given)
    works = actor.can(Can.WORK_HOUSEHOLDS)
    back = Action("It was taken back", url("withdraw_notice", household.reference, number), hidden=notice_title(row))
    return Row(
        notice_title(row),
        [Tag(*effect_tag(row, on)), notices.effect(row.facts(), on).because],
        back if works else None,
        note=f"{given} The date is not the day they must leave.",
    )


def exclusion_rows(household: Household, actor: Actor) -> list[Row]:
    """The landlords whose homes are kept away and why, for those who work on the case and nobody else."""
    if not actor.can(Can.WORK_HOUSEHOLDS):
        return []
    rows = household.exclusions.select_related("landlord")
    return [
        Row(
            row.landlord.name,
            row.reason,
            Action("Let in again", url("exclude_lift", household.reference, number), hidden=row.landlord.name),
            note=row.landlord.reference,
        )
        for number, row in enumerate(rows, start=1)
    ]


def notice_title(row: NoticeServed) -> str:
    kind = {"section_8": "Section 8", "section_21": "Section 21", "other": "Notice"}[row.kind]
    grounds = f", ground {', '.join(row.grounds)}" if row.grounds else ""
    return f"{kind}{grounds}, for {dates.in_words(row.specified_on)}"


def effect_tag(row: NoticeServed, on: date) -> tuple[str, str]:
    effect = notices.effect(row.facts(), on)
    if effect.threatened_by_notice:
        return "Threatened with homelessness", "yellow"
    if effect.bars_56_days:
        return "Date has passed", "red"
    return ("Look at the facts", "blue") if not notices.counts(row.facts()) else ("Early", "blue")


def stay_table(household: Household, actor: Actor, on: date) -> Table:
    works = actor.can(Can.WORK_HOUSEHOLDS)
    return Table(
        caption="Stays, newest first",
        caption_hidden=True,
        columns=[
            Column("Where"),
            Column("From"),
            Column("To"),
            Column("Nights", numeric=True),
            Column("Cost", numeric=True),
            Column("Leave", hidden=True),
        ],
        rows=[stay_row(stay, works, on) for stay in reversed(household.placements.all())],
        empty="They are not in temporary accommodation.",
    )


def stay_row(stay: Placement, works: bool, on: date) -> list[Cell]:
    count = nights([stay.stay()], on)
    kind = "Bed and breakfast" if stay.stay().is_bnb else "Self-contained" if stay.self_contained else "Shared"
    ends = works and stay.ended_on is None
    return [
        Cell(stay.provider, note=f"{kind}. {FUNCTION_LABELS.get(stay.function, stay.function)}"),
        Cell(dates.short(stay.started_on)),
        Cell(dates.short(stay.ended_on) if stay.ended_on else "Still there"),
        Cell(str(count)),
        Cell((stay.nightly_cost * count).short, note=f"{stay.nightly_cost.short} a night"),
        Cell("They left" if ends else "", url=url("leave", stay.reference) if ends else ""),
    ]
