"""Households of the crowd: each comes to the door, and its life takes an ordinary course from there.

A life is told to its end; the demonstration day cuts it off wherever it has come to.
"""

from households.models import Household
from households.rules.case import MemberRole, Question, Restriction
from households.rules.duty import DutyKind
from households.rules.letter import Delivery, LetterKind
from households.services import cases
from portal.demonstration.acts import households
from portal.demonstration.acts.case import Case, needs
from portal.demonstration.council import Council
from portal.demonstration.crowd import endings
from portal.demonstration.crowd.lives import Crowd, Life
from portal.demonstration.crowd.people import HAPPENED, REASONS, SHAPES, chance_of, drawn, eligible, members
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story

MANY = 211
DAYS = 195
OFFICERS = ("daniel", "meera", "tom", "aileen", "kwame")
COURSES = {"advice": 25, "early": 9, "prevention": 38, "relief": 28}
AREAS = (("DA1",), ("DA1", "DA2"), ("DA1", "DA2", "DA9", "DA10"), ("DA9", "DA10"), ("DA2",))
PARTED = frozenset({"domestic_abuse", "relationship_breakdown"})
ALONE = {"couple": "single woman", "couple with children": "woman with children"}
"""Who comes to the door once a couple has parted."""
STAYS = {
    "family": (("Watling Apartments", 82, False), ("Priory Court rooms", 74, False), ("Brent House", 45, False)),
    "single": (("The Mail Coach Guest House", 58, True), ("Station Lodge", 52, True)),
}
"""Where people stay meanwhile: the provider, pounds a night, and whether it is shared."""


def case_of(life: Life) -> Case:
    chance, day = life.chance, life.day(0).date()
    reason, shape = drawn(chance, REASONS), drawn(chance, SHAPES)
    people = members(
        chance, ALONE.get(shape, shape) if reason in PARTED else shape, day, reason, life.council.directory
    )
    return Case(
        slug=f"{people[0].name.lower().replace(' ', '.')}.{life.number}",
        people=people,
        happened=HAPPENED[reason],
        officer=OFFICERS[life.number % len(OFFICERS)],
        reason=reason,
        needs=needs(
            wanted_areas=chance.choice(AREAS),
            pets=drawn(chance, {"none": 84, "cat": 9, "dog": 7}),
            needs_step_free=chance.random() < 0.06,
            smoker=chance.random() < 0.2,
        ),
        restriction=Restriction.DOMESTIC_ABUSE if reason == "domestic_abuse" else None,
        eligible=eligible(people[0].name, reason),
    )


def story(life: Life) -> Story:
    yield life.day(0, 9 + life.number % 7)
    row = households.open_case(life.council, case_of(life))
    course = drawn(life.chance, COURSES)
    first = life.slow(2)
    yield life.day(first, 11)
    if course == "early":
        help_early(life, row)
        yield life.day(first + life.chance.randint(30, 120), 15)
        households.close(life.council, row, "The landlord has agreed that they stay. They know how to reach us.")
        return
    households.assess(life.council, row)
    if course == "advice":
        yield life.day(first + life.slow(5), 15)
        households.decide(life.council, row, Question.ELIGIBLE, "yes")
        households.decide(life.council, row, Question.HOMELESSNESS, "neither")
        households.close(life.council, row, "They have time and a home for now. We told them what to do next.")
        return
    kind = DutyKind.PREVENTION if course == "prevention" else DutyKind.RELIEF
    yield from owed(life, row, kind, first)


def help_early(life: Life, row: Household) -> None:
    cases.help_early(
        ref=row.reference,
        seen=seen(row),
        reason="No notice yet, but the landlord speaks of selling. We look at what they can do now.",
        actor=life.council.actor(households.lead_of(life.council, row)),
        at=life.council.at,
    )


def owed(life: Life, row: Household, kind: DutyKind, after: int) -> Story:
    """A duty opens; plan and letters follow within days; then one of the ways in which it ends."""
    council = life.council
    households.open_duty(council, row, kind)
    family = has_children(council, row)
    if kind is DutyKind.RELIEF and life.chance.random() < (0.75 if family else 0.2):
        stay(life, row, "family" if family else "single")
    soon = after + 1 + life.slow(3)
    yield life.day(soon, 14)
    need = priority(life, family) if kind is DutyKind.RELIEF or family else "undecided"
    if need == "yes":
        category = "dependent_children" if family else life.chance.choice(("mental_health", "physical_disability"))
        households.decide(council, row, Question.PRIORITY_NEED, "yes", category)
    elif need == "no":
        households.decide(council, row, Question.PRIORITY_NEED, "no")
    tell(life, row)
    life.crowd.seeking[row.pk] = row
    if kind is DutyKind.PREVENTION:
        yield from endings.of_prevention(life, row, after, lambda: owed(life, row, DutyKind.RELIEF, after + 45))
    else:
        yield from endings.of_relief(life, row, after, need)


def tell(life: Life, row: Household) -> None:
    """The plan, and the letters that begin a duty and end the one before."""
    delivery = Delivery.POST if life.number % 5 == 0 and row.present_address else Delivery.EMAIL
    again = row.plans.exists()
    changed = "They have lost their home, so the plan is about finding another." if again else ""
    households.make_plan(life.council, row, changed=changed, review_days=40)
    if again:
        households.send(life.council, row, LetterKind.END_OF_PREVENTION, delivery)
    households.send(life.council, row, LetterKind.DUTY_DECISION, delivery)
    households.send(life.council, row, LetterKind.ASSESSMENT_AND_PLAN, delivery)


def has_children(council: Council, row: Household) -> bool:
    return any(person.role is MemberRole.CHILD for person in council.cases[row.pk].people)


def priority(life: Life, family: bool) -> str:
    if family:
        return "yes"
    return drawn(life.chance, {"no": 58, "yes": 27, "undecided": 15})


def stay(life: Life, row: Household, whose: str) -> None:
    provider, nightly, shared = life.chance.choice(STAYS[whose])
    households.place(life.council, row, provider, nightly, shared=shared)


def stories(council: Council, crowd: Crowd) -> list[Story]:
    """They come evenly over the months, with two more in the last days."""
    lives = []
    for number in range(MANY):
        ago = DAYS - number * DAYS // (MANY - 2) if number < MANY - 2 else MANY - 1 - number
        lives.append(Life(council, crowd, number, chance_of(f"household {number}"), max(ago, 0)))
    return [story(life) for life in lives]
