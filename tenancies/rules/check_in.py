"""Check-ins: one question to each side of a tenancy, at set times after it began."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core import dates
from core.states import Colour, Holder, Machine, State, move

LATE_DAYS = 14
"""A check-in found later than this after its day is left out: the question has lost its sense."""

PROOF = frozenset({"month_6", "month_12"})
"""The check-ins whose answer shows the government's grant return that the tenancy stands."""


class Side(StrEnum):
    TENANT = "tenant"
    LANDLORD = "landlord"


class Answer(StrEnum):
    FINE = "fine"
    WORRIED = "worried"


class CheckInState(StrEnum):
    ASKED = "asked"
    TO_RING = "to_ring"
    FINE = "fine"
    WORRIED = "worried"
    SILENT = "silent"
    DROPPED = "dropped"


C = CheckInState

CHECK_IN = Machine(
    "check-in",
    C.ASKED,
    [
        State(C.ASKED, "Asked", Holder.NOBODY, "They open the link and answer one question."),
        State(
            C.TO_RING,
            "To ring",
            Holder.COUNCIL,
            "We do not write to them. An officer asks them in a way that is safe.",
            colour=Colour.AMBER,
        ),
        State(C.FINE, "All is well", Holder.NOBODY, "We ask again at the next check-in.", "", Colour.GREEN, True),
        State(C.WORRIED, "Worried", Holder.COUNCIL, "An officer gets in touch.", "", Colour.RED, True),
        State(
            C.SILENT,
            "No answer",
            Holder.COUNCIL,
            "An officer gets in touch another way.",
            colour=Colour.AMBER,
        ),
        State(C.DROPPED, "Not needed", Holder.NOBODY, "The tenancy ended first.", "", Colour.GREY, True),
    ],
    [
        move("leave_to_ring", [C.ASKED], C.TO_RING, "Ring instead"),
        move("answer_fine", [C.ASKED, C.TO_RING, C.SILENT], C.FINE, "All is well"),
        move("answer_worried", [C.ASKED, C.TO_RING, C.SILENT], C.WORRIED, "Worried"),
        move("fall_silent", [C.ASKED], C.SILENT, "No answer came"),
        move("drop", [C.ASKED, C.TO_RING, C.SILENT], C.DROPPED, "The tenancy ended"),
    ],
)
OPEN = (C.ASKED, C.TO_RING, C.SILENT)
EVENTS = {Answer.FINE: "answer_fine", Answer.WORRIED: "answer_worried"}
ANSWERS = {Answer.FINE: "All is well", Answer.WORRIED: "I am worried about something"}


@dataclass(frozen=True, slots=True)
class Moment:
    """One time at which both sides are asked: its key, its words and its day."""

    key: str
    label: str
    on: date


def label(key: str) -> str:
    """ "Week 1", from "week_1"."""
    return key.replace("_", " ").capitalize()


def moments(started_on: date, weeks: tuple[int, ...], months: tuple[int, ...]) -> list[Moment]:
    """When both are asked, in order: so many weeks and so many months after the tenancy began."""
    found = [Moment(f"week_{n}", label(f"week_{n}"), started_on + timedelta(weeks=n)) for n in weeks]
    found += [Moment(f"month_{n}", label(f"month_{n}"), dates.add_months(started_on, n)) for n in months]
    return sorted(found, key=lambda each: each.on)


def due(found: list[Moment], on: date) -> list[Moment]:
    """Those whose day has come and is not long past."""
    return [each for each in found if each.on <= on <= each.on + timedelta(days=LATE_DAYS)]


def coming(found: list[Moment], on: date) -> Moment | None:
    """The next one whose day has not come."""
    return next((each for each in found if each.on > on), None)


def digest(token: str) -> str:
    """What is kept of a link's secret: enough to know it again, not enough to use it."""
    return hashlib.sha256(token.encode()).hexdigest()
