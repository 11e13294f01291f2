"""People who told us early, on the site and without an account."""

from datetime import date

from core.journeys.models import Draft
from core.notifications.rules.safe_contact import SafeContact
from core.references import services as references
from households.models import Told
from households.rules.case import MemberRole
from households.rules.telling import WHEN_LABELS, When
from households.services import telling
from households.services.cases import Contact, Person
from households.services.telling import Telling
from portal.demonstration.acts.case import person
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story

ANYHOW = SafeContact()
QUIETLY = SafeContact(no_letter=True, no_voicemail=True, safe_times="Mornings, while the others are at work")


def given(
    council: Council, who: Person, when: When, words: str, rule: SafeContact = ANYHOW, *others: Person
) -> Telling:
    slug = who.name.lower().replace(" ", ".")
    return Telling(
        contact=Contact(who.name, f"{slug}@resident.example.com", council.directory.telephone(slug)),
        rule=rule,
        when=when,
        answers=[
            {"question": "What is happening?", "answer": words},
            {"question": "When may you have nowhere to live?", "answer": WHEN_LABELS[when]},
        ],
        people=(who, *others),
        what_happened=words,
    )


def receive(council: Council, said: Telling) -> Told:
    return telling.receive(telling=said, draft_ref=references.take(Draft.PREFIX, at=council.at), at=council.at)


def applicant(day: date, name: str, age: int, sex: str) -> Person:
    return person(day, name, age, sex, MemberRole.APPLICANT)


def this_morning(council: Council) -> Story:
    day = council.calendar.day
    yield council.ago(0, 7, 55)
    who = applicant(day, "Rhian Colley", 29, "F")
    words = "My landlord wrote that he will sell in the spring and asked when I can be out."
    receive(council, given(council, who, When.LATER, words, ANYHOW, person(day, "Megan", 4, "F")))
    yield council.ago(0, 9, 20)
    words = f"My brother wants his sofa back by {council.ahead(4).date():%A}. I work nights."
    receive(council, given(council, applicant(day, "Tariq Aziz", 34, "M"), When.WEEK, words))


def not_yet_read(council: Council) -> Story:
    """Told after hours, before the weekend."""
    yield council.ago(3, 18, 40)
    who = applicant(council.calendar.day, "Bernice Odum", 61, "F")
    words = "The rent goes up in January and my pension does not."
    receive(council, given(council, who, When.UNSURE, words, QUIETLY))


def taken_up(council: Council) -> Story:
    yield council.ago(4, 13, 10)
    who = applicant(council.calendar.day, "Connor Slade", 23, "M")
    words = "My mum’s new partner does not want me there. She says until Christmas."
    told = receive(council, given(council, who, When.EIGHT_WEEKS, words))
    yield council.ago(3, 10, 15)
    row = told.household
    telling.take_up(ref=row.reference, seen=seen(row), actor=council.actor("joanne"), at=council.at)


def stories(council: Council) -> list[Story]:
    return [this_morning(council), not_yet_read(council), taken_up(council)]
