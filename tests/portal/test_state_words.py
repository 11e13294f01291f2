"""A state is called by words that every reader may read; who is spoken to reads their own."""

import re

import pytest

from core.states import Holder
from deposits.rules.application import APPLICATION
from deposits.rules.guarantee import GUARANTEE
from households.rules.case import CASE
from landlords.rules.landlord import LANDLORD
from lettings.rules.nomination import NOMINATION
from lettings.rules.offer import OFFER
from portal.diagrams import machines
from properties.rules.home import HOME
from properties.rules.let import LET

SPOKEN_TO = re.compile(r"\b(you|your|tell us|read what|ring us|send us your)\b", re.IGNORECASE)
READ_BY_OFFICERS = (APPLICATION, CASE, GUARANTEE, HOME, LANDLORD, LET, NOMINATION, OFFER)


def test_no_state_is_called_by_a_word_to_one_reader() -> None:
    called = [(machine.name, state.label) for machine in machines() for state in machine.states.values()]
    assert [(name, label) for name, label in called if SPOKEN_TO.search(label)] == []


@pytest.mark.parametrize("machine", READ_BY_OFFICERS, ids=lambda machine: machine.name)
def test_officers_never_read_what_is_said_to_a_landlord_or_resident(machine) -> None:
    read = [machine.state(value).to(Holder.COUNCIL) for value in machine.states]
    said = [words for state in read for words in (state.label, state.next_step, state.otherwise)]
    assert [words for words in said if SPOKEN_TO.search(words)] == []


@pytest.mark.parametrize("machine", READ_BY_OFFICERS, ids=lambda machine: machine.name)
def test_others_read_the_plain_words(machine) -> None:
    for reader in (Holder.LANDLORD, Holder.RESIDENT, None):
        for state in machine.states.values():
            assert (state.to(reader).next_step, state.to(reader).otherwise) == (state.next_step, state.otherwise)
