"""How the duties owed to the crowd end: most with a home, some by time, some because people go another way."""

from collections.abc import Callable

from households.models import Household
from households.rules.case import Question
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from portal.demonstration.acts import households
from portal.demonstration.council import Council
from portal.demonstration.crowd.lives import Life
from portal.demonstration.crowd.people import drawn
from portal.demonstration.stage import Story

PREVENTION = {"stayed": 30, "moved": 26, "homeless": 14, "withdrew": 10, "time": 20}
RELIEF = {"moved": 44, "withdrew": 12, "time": 44}
STAYED = "The landlord has agreed in writing that they stay for a year."
MOVED = "They have found a home with our help, and we paid for the rent in advance."
WENT = "They have gone to family elsewhere and asked us to stop."
LOST = "They do not answer. We rang, wrote and called round."
TIME = "We took every step of the plan, and 56 days have passed."


def close_record(council: Council, row: Household, reason: str) -> None:
    """They leave where they stay, if they do, and nothing more is owed."""
    if row.placements.filter(ended_on=None).exists():
        households.leave(council, row)
    if not row.duties.open().exists():
        households.close(council, row, reason)


def finish(life: Life, row: Household, ground: Ground, hclic: str, why: str, letter: LetterKind) -> None:
    """End the duty, tell them and close the case."""
    life.crowd.seeking.pop(row.pk, None)
    households.end(life.council, row, ground, hclic, why)
    households.send(life.council, row, letter)
    close_record(life.council, row, why)


def by_time(life: Life, row: Household, after: int, hclic: str, letter: LetterKind) -> Story:
    """56 days have passed: the manager signs within two working days, then the letter goes."""
    life.crowd.seeking.pop(row.pk, None)
    request = households.ask_to_end(life.council, row, Ground.FIFTY_SIX_DAYS, hclic, TIME)
    yield life.day(after + 1 + life.number % 3, 16)
    households.sign_request(life.council, request)
    households.send(life.council, row, letter)
    close_record(life.council, row, TIME)


def of_prevention(life: Life, row: Household, after: int, lost: Callable[[], Story]) -> Story:
    way = drawn(life.chance, PREVENTION)
    lasts = 58 + life.slow(6) if way == "time" else 45 if way == "homeless" else life.chance.randint(16, 54)
    yield life.day(after + lasts, 12)
    if life.has_a_home(row):
        return
    letter = LetterKind.END_OF_PREVENTION
    if way == "homeless":
        yield from lost()
    elif way == "withdrew":
        gone = life.chance.choice(("withdrew_deceased", "contact_lost"))
        finish(life, row, Ground.WITHDREW, gone, WENT if gone == "withdrew_deceased" else LOST, letter)
    elif way == "time":
        yield from by_time(life, row, after + lasts, "56_days_no_action", letter)
    else:
        code = "secured_existing_6m" if way == "stayed" else "secured_alternative_6m"
        finish(life, row, Ground.SECURED, code, STAYED if way == "stayed" else MOVED, letter)


def of_relief(life: Life, row: Household, after: int, need: str) -> Story:
    way = drawn(life.chance, RELIEF)
    letter = LetterKind.END_OF_RELIEF
    if way != "time":
        yield life.day(after + life.chance.randint(16, 54), 12)
        if life.has_a_home(row):
            return
        if way == "moved":
            finish(life, row, Ground.SECURED, "secured_6m", MOVED, letter)
        else:
            finish(life, row, Ground.WITHDREW, "contact_lost", LOST, letter)
        return
    if need == "yes":
        yield from main_duty(life, row, after)
        return
    lasts = 59 + life.slow(4) + (3 if need == "undecided" else 0)
    yield life.day(after + lasts, 12)
    if life.has_a_home(row):
        return
    if need == "undecided":
        households.decide(life.council, row, Question.PRIORITY_NEED, "no")
    yield from by_time(life, row, after + lasts, "56_days", letter)


def main_duty(life: Life, row: Household, after: int) -> Story:
    """Not intentional, so the Act ends relief after day 56 and the main duty opens, by the morning's work."""
    yield life.day(after + 40, 12)
    if life.has_a_home(row):
        return
    households.decide(life.council, row, Question.INTENTIONAL, "no")
    yield life.day(after + 58 + life.slow(3), 12)
    if life.has_a_home(row) or not row.duties.open().filter(kind=DutyKind.MAIN).exists():
        return
    households.send(life.council, row, LetterKind.END_OF_RELIEF)
    letter = households.send(life.council, row, LetterKind.MAIN_DUTY_DECISION)
    yield life.day(after + 60 + life.slow(3), 15)
    households.countersign(life.council, letter)
