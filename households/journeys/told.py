"""From the checked answers of "tell us early" to what the service keeps."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.formats import date_format

from core.journeys.carried import Carried
from core.journeys.journey import SummaryRow
from core.journeys.rules.walk import Answers
from core.notifications.rules.safe_contact import SafeContact
from households.forms.tell_reach import TIMES
from households.forms.tell_story import CAN_RING, WHERE
from households.journeys.tell import MOST_PEOPLE, RINGS
from households.rules.case import MemberRole
from households.rules.telling import WORRY_LABELS, When, Worry, never, tells_of_abuse
from households.services.cases import Contact, Person
from households.services.telling import Telling


def telling(answers: Answers, summary: Iterable[SummaryRow], carried: Iterable[Carried]) -> Telling:
    """Everything that was told, ready for the record: nobody types it again."""
    worries = answers.value("worry", "worries", [])
    return Telling(
        contact=contact(answers),
        rule=rule(answers),
        when=When(answers.value("when", "when")),
        answers=[{"question": row.question, "answer": plain(row.answer)} for row in summary],
        people=people(answers),
        what_happened=what_happened(answers),
        safe_now=answers.value("now", "safe_now", ""),
        abuse=tells_of_abuse(worries),
        fears_our_staff=answers.value("know", "knows", "no") != "no",
        brought=[{"title": each.title, "on": each.on, "rows": [list(row) for row in each.rows]} for each in carried],
    )


def plain(answer: Any) -> Any:
    """An answer as JSON keeps it: text, or a list of texts; empty when none was given."""
    if answer is None:
        return ""
    if isinstance(answer, list | tuple):
        return [str(plain(each)) for each in answer]
    if isinstance(answer, bool):
        return "Yes" if answer else "No"
    return date_format(answer, "j F Y") if isinstance(answer, date) else str(answer)


def contact(answers: Answers) -> Contact:
    """The postal address where they may be written to; else, in words, where they are staying."""
    stays = WHERE[answers.value("where", "where")]
    postal = answers.value("post", "address", "")
    return Contact(
        name=answers.value("name", "name"),
        email=answers.value("email", "email", ""),
        telephone=answers.value("number", "telephone", ""),
        present_address=postal or stays,
        present_postcode=answers.value("post" if postal else "where", "postcode" if postal else "where_postcode", ""),
    )


def rule(answers: Answers) -> SafeContact:
    channels = answers.value("contact", "channels", [])
    return SafeContact(
        **never(channels, answers.value("see", "watched", [])),
        safe_times=safe_times(answers) if RINGS & set(channels) else "",
        code_word=answers.value("word", "code_word", ""),
        named_other=answers.value("other", "named_other", ""),
    )


def safe_times(answers: Answers) -> str:
    labels = dict(TIMES)
    times = ", ".join(labels[each].lower() for each in answers.value("times", "times", []))
    note = answers.value("times", "times_note", "")
    return f"{times}. {note}" if note else times


def people(answers: Answers) -> tuple[Person, ...]:
    """Those of whom we know a birthday and a sex, and babies on the way; the officer asks about the others.

    Nobody is listed unless the applicant is. Only one can be the partner: a second is another adult.
    """
    you = answers.get("you", {})
    if not (you.get("born_on") and you.get("sex")):
        return ()
    found = [Person(answers.value("name", "name"), MemberRole.APPLICANT, born_on=you["born_on"], sex=you["sex"])]
    for number in range(1, MOST_PEOPLE + 1):
        given = answers.get(f"person-{number}")
        person = given and one(given, any(each.role is MemberRole.PARTNER for each in found))
        if person:
            found.append(person)
    return tuple(found)


def one(given: Any, has_partner: bool) -> Person | None:
    role = MemberRole(given["role"])
    name = given["first_name"]
    if role is MemberRole.EXPECTED_BABY:
        return Person(name, role, expected_on=given["due_on"])
    if not (given["born_on"] and given["sex"]):
        return None
    if role is MemberRole.PARTNER and has_partner:
        role = MemberRole.NON_DEPENDANT
    return Person(name, role, born_on=given["born_on"], sex=given["sex"])


def what_happened(answers: Answers) -> str:
    """What they ticked and wrote, as the officer's record keeps it until the first talk."""
    lines = [f"{WORRY_LABELS[Worry(each)]}." for each in answers.value("worry", "worries", [])]
    if leave_by := answers.value("date", "leave_by"):
        lines.append(f"The notice gives {date_format(leave_by, 'j F Y')}.")
    if ringing := answers.value("call", "can_ring"):
        lines.append(f"Asked to ring us now: {CAN_RING[ringing]}.")
    if words := answers.value("more", "more_words", ""):
        lines.append(words)
    return "\n".join(lines)
