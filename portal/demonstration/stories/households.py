"""Households at every step that end, or wait, without a home of ours."""

from dataclasses import replace
from datetime import date

from households.models import Household
from households.rules.case import MemberRole, Question
from households.rules.duty import DutyKind, Ground
from households.rules.letter import Delivery, LetterKind
from households.services import letters, signatures
from households.services.cases import Person
from households.services.decisions import NoticeGiven
from portal.demonstration.acts import households
from portal.demonstration.acts.case import HOMELESS, NOT_INTENTIONAL, THREATENED, Case, needs, person
from portal.demonstration.council import Council
from portal.demonstration.stage import Story

A = MemberRole.APPLICANT
PARTNER = MemberRole.PARTNER


def owed(
    council: Council, case: Case, kind: DutyKind, ago: int, priority: str = "", delivery: Delivery = Delivery.EMAIL
) -> Story:
    """A duty opened so many days ago, with its plan and letters three days later."""
    begins, then = council.ago(ago, 10), council.ago(ago - 3, 14)
    return (yield from households.owed(council, case, kind, begins, then, priority, delivery))


def asked_today(council: Council) -> Story:
    yield council.ago(0, 8, 45)
    people = (person(council.calendar.day, "Dean Mitchell", 26, "M", A),)
    by = f"{council.ahead(4).date():%A}"
    case = Case("dean", people, f"He sleeps on a friend’s sofa and has to go by {by}.", "joanne", "family_friends")
    households.open_case(council, case)


def being_assessed(council: Council) -> Story:
    day = council.calendar.day
    yield council.ago(4, 10)
    people = (person(day, "Aisha Rahman", 37, "F", A), person(day, "Yusra", 14, "F"), person(day, "Idris", 11, "M"))
    case = Case("aisha", people, "The landlord wants the house for his son.", "tom", needs=needs(pets="cat"))
    row = households.open_case(council, case)
    yield council.ago(2, 11)
    households.assess(council, row)
    households.decide(council, row, Question.ELIGIBLE, "yes")


def in_bed_and_breakfast(council: Council) -> Story:
    """A baby on day 40 in bed and breakfast: from day 43 it is unlawful."""
    day = council.calendar.day
    case = Case(
        "chloe",
        (person(day, "Chloe Bennett", 24, "F", A), person(day, "Noah", 8 / 12, "M")),
        "She had to leave her aunt’s home after the baby was born.",
        "meera",
        "family_friends",
        resident=True,
    )
    yield council.on(date(2026, 10, 15), 15)
    row = households.open_case(council, case)
    households.assess(council, row)
    households.open_duty(council, row, DutyKind.RELIEF)
    households.place(council, row, "The Mail Coach Guest House", 70, shared=True)
    yield council.on(date(2026, 10, 19), 11)
    households.decide(council, row, Question.PRIORITY_NEED, "yes", "dependent_children")
    households.make_plan(council, row)
    households.send(council, row, LetterKind.DUTY_DECISION)
    households.send(council, row, LetterKind.ASSESSMENT_AND_PLAN)


def day_55(council: Council) -> Story:
    """A couple in relief whose day 56 is tomorrow. They need a second bedroom for his carer."""
    day = council.calendar.day
    carer = {"circumstances": {"overnight_carer": True, "disability_benefit": "pip_daily_living"}}
    case = Case(
        "ola",
        (person(day, "Ola Balogun", 44, "F", A), replace(person(day, "Kehinde Balogun", 47, "M", PARTNER), **carer)),
        "Their lodging ended when the house was sold. He needs a carer in the night, who needs a bed.",
        "daniel",
        "end_prs_not_assured",
    )
    yield council.on(date(2026, 9, 30), 12)
    row = households.open_case(council, case)
    households.assess(council, row)
    households.open_duty(council, row, DutyKind.RELIEF)
    yield council.on(date(2026, 10, 5), 12)
    households.make_plan(council, row)
    households.send(council, row, LetterKind.DUTY_DECISION, Delivery.POST)
    households.send(council, row, LetterKind.ASSESSMENT_AND_PLAN, Delivery.POST)


def notice_near(council: Council) -> Story:
    """A family in prevention whose notice gives a day within 56 days."""
    day = council.calendar.day
    case = Case(
        "bogdan",
        (
            person(day, "Bogdan Ionescu", 40, "M", A),
            person(day, "Elena Ionescu", 38, "F", PARTNER),
            person(day, "Andrei", 13, "M"),
            person(day, "Ioana", 10.5, "F"),
            person(day, "Mihai", 4, "M"),
        ),
        "They have notice for rent arrears after he lost his job.",
        "tom",
        eligible="They told us they have settled status since 2020. We saw it online with them.",
        resident=True,
        notice=NoticeGiven(
            kind="section_8",
            tenancy="assured",
            served_on=council.ago(24).date(),
            specified_on=council.ahead(12).date(),
            grounds=("8", "10"),
        ),
    )
    yield from owed(council, case, DutyKind.PREVENTION, 20, "dependent_children")


def expecting(council: Council) -> Story:
    day = council.calendar.day
    baby = Person("Expected baby", MemberRole.EXPECTED_BABY, expected_on=council.ahead(60).date())
    case = Case(
        "sophie",
        (person(day, "Sophie Hale", 27, "F", A), person(day, "Ryan Cole", 29, "M", PARTNER), baby),
        "They share one room at his parents’ home and have been asked to find their own.",
        "meera",
        "family_friends",
    )
    yield from owed(council, case, DutyKind.PREVENTION, 33, "pregnant")


def main_duty_letter_waits(council: Council) -> Story:
    """Relief ended by itself after day 56; the main duty letter waits for the manager."""
    day = council.calendar.day
    case = Case(
        "nicola",
        (person(day, "Nicola Grant", 33, "F", A), person(day, "Tyler", 9, "M"), person(day, "Mason", 6, "M")),
        "The rent went up, and she could not stay.",
        "daniel",
        found={
            HOMELESS: "The rent rose beyond what she has. It was not reasonable to stay in a home she cannot afford.",
            NOT_INTENTIONAL: "The rent rose by £250, and nobody could have paid it from what she earns.",
        },
    )
    row = yield from owed(council, case, DutyKind.RELIEF, 66, "dependent_children")
    households.place(council, row, "Council flat, Acacia Court", 38, exempt=True)
    yield council.ago(45, 10)
    households.decide(council, row, Question.INTENTIONAL, "no")
    yield council.ago(4, 10)
    households.send(council, row, LetterKind.END_OF_RELIEF)
    yield council.ago(1, 15)
    households.send(council, row, LetterKind.MAIN_DUTY_DECISION)


def became_homeless(council: Council) -> Story:
    """Prevention ended as they became homeless; relief lapsed, and the main duty letter has gone."""
    day = council.calendar.day
    case = Case(
        "abdi",
        (
            person(day, "Abdi Warsame", 45, "M", A),
            person(day, "Hodan Warsame", 41, "F", PARTNER),
            person(day, "Zakaria", 15, "M"),
            person(day, "Ayan", 12, "F"),
        ),
        "The court made an order for possession.",
        "meera",
        found={
            THREATENED: "The court made an order. They told us the day in it, which is within 56 days.",
            HOMELESS: "The bailiffs came on the court’s order, and they have nowhere else.",
            NOT_INTENTIONAL: "The landlord lives there himself now. They paid every rent.",
        },
    )
    row = yield from owed(council, case, DutyKind.PREVENTION, 131, "dependent_children")
    yield council.ago(102, 9)
    households.open_duty(council, row, DutyKind.RELIEF)
    households.place(council, row, "Temple Hill Rooms", 101)
    yield council.ago(101, 12)
    households.make_plan(council, row, changed="They have lost their home, so the steps are about finding another.")
    for kind in (LetterKind.END_OF_PREVENTION, LetterKind.DUTY_DECISION, LetterKind.ASSESSMENT_AND_PLAN):
        households.send(council, row, kind)
    yield council.ago(70, 12)
    households.decide(council, row, Question.INTENTIONAL, "no")
    yield council.ago(39, 12)
    letter = households.send(council, row, LetterKind.MAIN_DUTY_DECISION)
    yield council.ago(38, 10)
    households.countersign(council, letter)


def manager_to_sign(council: Council) -> Story:
    """Prevention is to end after 56 days. The manager sent it back once, and is asked again."""
    people = (person(council.calendar.day, "Maureen Tolley", 59, "F", A),)
    found = {THREATENED: "He told us that he wants her out within weeks. He has given no notice, and may."}
    why = "Her landlord speaks of moving in himself, and has given no notice."
    case = Case("maureen", people, why, "tom", found=found)
    row = yield from owed(council, case, DutyKind.PREVENTION, 60)
    yield council.ago(1, 10)
    why = "We took every step of the plan."
    asked = households.ask_to_end(council, row, Ground.FIFTY_SIX_DAYS, "56_days_no_action", why)
    yield council.ago(1, 12)
    signatures.send_back(
        ref=asked.reference,
        seen=asked.version,
        because="Please say what the landlord told you this month.",
        actor=council.actor("ruth"),
        at=council.at,
    )
    yield council.ago(1, 15)
    why = "I rang him again this week: he stays abroad for another year. We took every step of the plan."
    households.ask_to_end(council, row, Ground.FIFTY_SIX_DAYS, "56_days_no_action", why)


def main_duty_letter_taken_back(council: Council) -> Story:
    """The reasons named the wrong flat, so the letter was taken back and written anew."""
    yield council.ago(40, 12)
    row = Household.objects.get(name="Abdi Warsame")
    letter = households.send(council, row, LetterKind.MAIN_DUTY_DECISION)
    yield council.ago(40, 16)
    letters.withdraw(
        ref=letter.reference,
        seen=letter.version,
        note="The reasons named the wrong flat.",
        actor=council.actor("meera"),
        at=council.at,
    )


def stories(council: Council) -> list[Story]:
    each = (
        asked_today,
        being_assessed,
        in_bed_and_breakfast,
        day_55,
        notice_near,
        expecting,
        main_duty_letter_waits,
        became_homeless,
        main_duty_letter_taken_back,
        manager_to_sign,
    )
    return [story(council) for story in each]
