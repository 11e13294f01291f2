"""A household of the story as its officer first hears of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from zlib import crc32

from core import dates
from core.notifications.rules.safe_contact import SafeContact
from households.rules.case import MemberRole, Restriction
from households.services.cases import Contact, Needs, Person
from households.services.decisions import NoticeGiven
from portal.demonstration.acts import reasons
from portal.demonstration.council import Council
from portal.demonstration.figures import BRMA

WANTED = ("DA1", "DA2")
OUTCODES = ("DA1", "DA1", "DA2", "DA9", "DA10")
THREATENED, HOMELESS, NOT_INTENTIONAL = "homelessness: threatened", "homelessness: homeless", "intentional: no"
NOWHERE = frozenset({"domestic_abuse", "left_institution"})
"""Whose present address is not written down: it must be known to nobody, or there is none."""
BY_E_MAIL = SafeContact(
    no_letter=True, no_voicemail=True, safe_times="Weekdays after 10:00, on a telephone that nobody else holds"
)
"""Safe contact as someone who fled asks for it, where nothing else is said."""


@dataclass(frozen=True)
class Case:
    """A household of the cast. `slug` is the applicant's; with `resident` they sign in.

    `eligible` is why they may be helped; `found` the reasons for other findings where theirs are their own, by
    question and answer. `safe` is how they may be reached; without it whoever fled abuse has
    a rule all the same.
    """

    slug: str
    people: tuple[Person, ...]
    happened: str
    officer: str = "daniel"
    reason: str = "end_prs_assured"
    needs: Needs = field(default_factory=lambda: needs())
    resident: bool = False
    restriction: Restriction | None = None
    notice: NoticeGiven | None = None
    eligible: str = reasons.SETTLED
    safe: SafeContact | None = None
    found: Mapping[str, str] = field(default_factory=dict)

    @property
    def rule(self) -> SafeContact | None:
        return self.safe or (BY_E_MAIL if self.reason == "domestic_abuse" else None)

    @property
    def name(self) -> str:
        return self.people[0].name


def needs(**values: object) -> Needs:
    return Needs(**{"brma_key": BRMA, "wanted_areas": WANTED} | values)


def person(council_day: date, name: str, age: float, sex: str, role: MemberRole = MemberRole.CHILD) -> Person:
    """Somebody of that age on the demonstration day. In whole years, their birthday is anywhere in the year before."""
    years, months = int(age), round(age % 1 * 12)
    since = 3 if months else 3 + crc32(name.encode()) % 355
    born_on = dates.add_months(council_day, -12 * years - months) - timedelta(days=since)
    return Person(name, role, born_on=born_on, sex=sex)


def contact_of(council: Council, case: Case) -> Contact:
    """How to reach them, and where they are now unless nobody is to know it or there is no such place."""
    email, telephone = f"{case.slug}@resident.example.com", council.directory.telephone(case.slug)
    if case.reason in NOWHERE:
        return Contact(case.name, email, telephone)
    outcode = council.figures.chance.choice(OUTCODES)
    where = council.figures.where(council.directory.house(council.figures.chance, outcode), outcode)
    return Contact(case.name, email, telephone, f"{where.address}\n{where.town}", where.postcode)
