"""The questions of "tell us early", one a page: first how it is safe to reach the person, then what is happening.

Addresses and titles of the pages say nothing of what is asked: they stay in a browser's history.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format

from core.journeys.journey import Journey, Page
from core.journeys.rules.walk import Answers
from core.ui.telephone import in_words
from households.forms import tell_reach as reach
from households.forms import tell_story as story
from households.rules.case import MemberRole
from households.rules.telling import Channel, When, Worry, is_urgent

MOST_PEOPLE = 8
QUESTION = "households/public/question.html"
RINGS = frozenset({Channel.RING, Channel.MESSAGE})
BY_PHONE = RINGS | {Channel.TEXT}


def reached_by(*channels: str) -> Callable[[Answers], bool]:
    """Whether the person ticked any of these ways to reach them."""
    return lambda answers: bool(set(channels) & set(answers.value("contact", "channels", [])))


def worried_by(*worries: str) -> Callable[[Answers], bool]:
    return lambda answers: bool(set(worries) & set(answers.value("worry", "worries", [])))


def must_ring(answers: Answers) -> bool:
    when = answers.value("when", "when")
    return when is not None and is_urgent(When(when), answers.value("now", "safe_now", ""))


def has_person(number: int) -> Callable[[Answers], bool]:
    if number == 1:
        return lambda answers: answers.value("who", "who") == "others"
    return lambda answers: answers.value(f"person-{number - 1}", "more") is True


def person_line(answers: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """One line for one person: what was given of role, name, birthday or due day, and sex."""
    born, due = answers["born_on"], answers["due_on"]
    parts = [
        dict(story.ROLES)[MemberRole(answers["role"])],
        answers["first_name"],
        f"due {date_format(due, 'j F Y')}" if due else "",
        f"born {date_format(born, 'j F Y')}" if born else "",
        dict(story.SEX).get(answers["sex"], "").lower(),
    ]
    return [("Someone with you", ", ".join(part for part in parts if part))]


def with_day(_answers: Answers, on: date) -> Mapping[str, Any]:
    return {"on": on}


def asked(slug: str, form: Any, title: str, **more: Any) -> Page:
    return Page(slug, form, title, **{"template": QUESTION} | more)


TELL = Journey(
    "tell_us_early",
    "Tell us early",
    [
        asked("contact", reach.ChannelsForm, "How is it safe for us to contact you?"),
        asked(
            "number",
            reach.NumberForm,
            "What number is safe?",
            applies=reached_by(*BY_PHONE),
            rows=lambda answers: [("What number is safe?", in_words(answers["telephone"]))],
        ),
        asked("times", reach.TimesForm, "When is it safe to ring you?", applies=reached_by(*RINGS)),
        asked("email", reach.EmailForm, "What email address is safe?", applies=reached_by(Channel.EMAIL)),
        asked("post", reach.PostForm, "Where may we write to you?", applies=reached_by(Channel.LETTER)),
        asked(
            "other", reach.OtherForm, "Is there someone else we may contact for you?", applies=reached_by(Channel.NONE)
        ),
        asked("word", reach.WordForm, "Would you like a code word?", applies=reached_by(*BY_PHONE)),
        asked("name", reach.NameForm, "What should we call you?"),
        asked("worry", story.WorryForm, "What is happening?"),
        asked("see", story.SeenForm, "Can the person see any of these?", applies=worried_by(Worry.AFRAID)),
        asked("know", story.CouncilForm, "Does that person know us?", applies=worried_by(Worry.AFRAID)),
        asked("now", story.NowForm, "Where you are now", applies=worried_by(Worry.AFRAID, Worry.LOCKED)),
        asked("when", story.WhenForm, "When might you have nowhere to live?"),
        asked("call", story.CallForm, "Ring us now", applies=must_ring, template="households/public/ring_now.html"),
        asked("date", story.DateForm, "The date in the notice", applies=worried_by(Worry.NOTICE)),
        asked("who", story.WhoForm, "Who needs a home?"),
        asked("you", story.YouForm, "About you", form_kwargs=with_day),
        *(
            asked(
                f"person-{number}",
                story.PersonForm,
                "Someone with you",
                applies=has_person(number),
                form_kwargs=with_day,
                rows=person_line,
            )
            for number in range(1, MOST_PEOPLE + 1)
        ),
        asked("where", story.WhereForm, "Where are you staying now?"),
        asked("more", story.MoreForm, "Is there anything else we should know?"),
    ],
)
