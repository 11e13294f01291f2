"""Every action that a service records has words for the history."""

import re

from portal.history import BY_ITSELF, EVENT_WORDS
from tests.house import events, sources


def fits(action: str) -> bool:
    pattern = re.compile(re.escape(action).replace(r"\*", "[a-z_]+"))
    return any(pattern.fullmatch(known) for known in EVENT_WORDS)


def test_every_recorded_action_has_words():
    recorded = events.recorded()
    assert {"home.accept", "landlord.register", "nomination.landlord_accept"} <= recorded
    assert sorted(action for action in recorded if not fits(action)) == []


def test_an_action_without_words_would_be_found():
    assert not fits("home.explode")
    assert not fits("castle.*")


def test_the_words_say_what_was_done_and_name_no_code():
    for action, words in EVENT_WORDS.items():
        assert re.fullmatch(r"[A-Z][A-Za-z:,\- ]+", words), action


def test_everything_that_the_portal_does_by_itself_has_words():
    named = {
        name
        for path in sources.python(*sources.APPS)
        for name in re.findall(r'\bsystem\("([^"]+)"\)', sources.text(path))
    }
    assert {"make_letter", "guarantees"} <= named
    assert sorted(named - BY_ITSELF.keys()) == []
    assert all(re.fullmatch(r"The [A-Za-z ,]+", words) for words in BY_ITSELF.values())
