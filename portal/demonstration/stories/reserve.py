"""The reserve scenarios: a landlord who meant to sell, and a man who leaves hospital tonight."""

from datetime import date

from households.rules.case import MemberRole
from households.rules.duty import DutyKind
from portal.demonstration.acts import homes, households
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.acts.households import Case, person
from portal.demonstration.council import Council
from portal.demonstration.stage import Story

MEANT_TO_SELL = "14 Kiln Terrace"


def meant_to_sell(council: Council) -> Story:
    """Her tenant left on a ground 1A notice. Now she would let the home, and the form refuses that."""
    dwelling = Dwelling("olga", MEANT_TO_SELL, 2, 995, kind="terraced_house", outcode="DA9")
    yield from homes.accepted(council, dwelling, 26)


def leaves_hospital(council: Council) -> Story:
    """The ward rings late on a Friday: reason to believe that he is homeless and vulnerable, so a bed tonight."""
    case = Case(
        "frank",
        (person(council.calendar.day, "Frank Tolliver", 54, "M", MemberRole.APPLICANT),),
        "He slept rough before his heart was operated on. The ward rang, with his consent: he leaves this "
        "evening, and his telephone is off.",
        "meera",
        "left_institution",
    )
    yield council.on(date(2026, 11, 20), 16, 30)
    row = households.open_case(council, case)
    yield council.on(date(2026, 11, 20), 16, 50)
    households.assess(council, row)
    households.open_duty(council, row, DutyKind.RELIEF)
    households.place(council, row, "Station Lodge", 52, shared=True)


def stories(council: Council) -> list[Story]:
    return [meant_to_sell(council), leaves_hospital(council)]
