"""The replay without forms: which pages answers lead to, and which answers fall away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.journeys.rules.walk import Answers, Walk, walk

CHOICES = ("a", "b", "c")


@dataclass(frozen=True)
class Ask:
    slug: str
    applies: Callable[[Answers], bool] = lambda _answers: True


def read(_question: Ask, stored: Mapping[str, Any], _answers: Answers) -> Mapping[str, Any] | None:
    return stored if stored.get("choice") in CHOICES else None


def when(slug: str, choice: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.value(slug, "choice") == choice


HEATING = (
    Ask("type"),
    Ask("floor", when("type", "a")),
    Ask("lift", when("floor", "c")),
    Ask("gas"),
    Ask("certificate", when("gas", "a")),
    Ask("rent"),
)


def go(**choices: str) -> Walk[Ask]:
    return walk(HEATING, {slug: {"choice": choice} for slug, choice in choices.items()}, read)


def slugs(found: Walk[Ask]) -> list[str]:
    return [page.slug for page in found.pages]


def test_an_empty_journey_stands_at_its_first_question():
    assert slugs(go()) == ["type"]
    assert go().next is HEATING[0]
    assert not go().complete


def test_questions_that_do_not_apply_are_passed_over():
    found = go(type="b", gas="b", rent="a")
    assert slugs(found) == ["type", "gas", "rent"]
    assert found.complete


def test_an_answer_opens_a_branch():
    assert slugs(go(type="a")) == ["type", "floor"]
    assert slugs(go(type="a", floor="c")) == ["type", "floor", "lift"]


def test_a_changed_answer_drops_the_branch_and_what_hung_on_it():
    stored = {"type": "b", "floor": "c", "lift": "a", "gas": "b", "rent": "a"}
    found = go(**stored)
    assert list(found.answers) == ["type", "gas", "rent"]
    assert found.answers.value("lift", "choice") is None


def test_an_answer_that_no_longer_passes_stops_the_walk():
    found = go(type="b", gas="wrong", rent="a")
    assert slugs(found) == ["type", "gas"]
    assert found.next.slug == "gas"
    assert "rent" not in found.answers


def test_what_is_stored_in_the_wrong_shape_is_no_answer():
    assert walk(HEATING, {"type": ["a"]}, read).next.slug == "type"


def test_what_comes_before_a_page():
    found = go(type="b", gas="a", certificate="a")
    assert found.before("type") is None
    assert found.before("certificate").slug == "gas"
    assert list(found.answers_before("certificate")) == ["type", "gas"]


@st.composite
def journeys(draw: st.DrawFn) -> tuple[Ask, ...]:
    pages: list[Ask] = []
    for number in range(draw(st.integers(1, 8))):
        earlier = [page.slug for page in pages]
        applies = (
            when(draw(st.sampled_from(earlier)), draw(st.sampled_from(CHOICES)))
            if earlier and draw(st.booleans())
            else Ask.applies
        )
        pages.append(Ask(f"p{number}", applies))
    return tuple(pages)


stored_answers = st.dictionaries(
    st.sampled_from([f"p{number}" for number in range(8)]),
    st.fixed_dictionaries({"choice": st.sampled_from((*CHOICES, "wrong", ""))}),
)


@given(journeys(), stored_answers)
def test_no_answers_lead_to_a_page_that_does_not_apply(pages, stored):
    found = walk(pages, stored, read)
    for page in found.pages:
        assert page.applies(found.answers_before(page.slug))


@given(journeys(), stored_answers)
def test_only_the_last_page_of_the_path_can_be_open(pages, stored):
    found = walk(pages, stored, read)
    answered = [page.slug for page in found.pages if page.slug in found.answers]
    assert answered == slugs(found)[: len(answered)]
    assert len(found.pages) - len(answered) == (0 if found.complete else 1)
    assert all(read(page, stored[page.slug], found.answers) for page in pages if page.slug in answered)


@given(journeys(), stored_answers)
def test_complete_means_every_page_that_applies_has_an_answer_that_passes(pages, stored):
    found = walk(pages, stored, read)
    asked = [page.slug for page in pages if page.applies(found.answers)]
    assert found.complete == all(read(Ask(slug), stored.get(slug, {}), found.answers) for slug in asked)


@given(journeys(), stored_answers, st.data())
def test_without_an_answer_nothing_after_it_can_be_reached(pages, stored, data):
    before = walk(pages, stored, read)
    if not before.answers:
        return
    gone = data.draw(st.sampled_from(list(before.answers)))
    after = walk(pages, {slug: answer for slug, answer in stored.items() if slug != gone}, read)
    assert after.next.slug == gone
    assert slugs(after) == slugs(before)[: slugs(before).index(gone) + 1]


@given(journeys(), stored_answers)
def test_answers_off_the_path_make_no_difference(pages, stored):
    found = walk(pages, stored, read)
    kept = {slug: stored[slug] for slug in found.answers}
    assert walk(pages, kept, read) == found
