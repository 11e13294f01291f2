from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DomainError
from core.journeys import typed
from core.journeys.journey import Journey, Page
from tests.journeys.caravan import CARAVANS, FEW, MAINS, MANY, NAME, WELL, WHOLE, NameForm

ON = date(2026, 11, 21)


def slugs(stored: dict) -> list[str]:
    return [page.slug for page in CARAVANS.walk(stored, on=ON).pages]


def test_the_forms_decide_which_answers_count():
    assert slugs({"name": {"name": ""}}) == ["name"]
    assert slugs({**NAME, "water": {"water": "the moon"}}) == ["name", "water"]
    assert slugs({**NAME, **WELL, **MANY}) == ["name", "water", "well", "pitches", "plan"]


def test_answers_come_checked_and_typed():
    answers = CARAVANS.answers({**NAME, **WELL, **FEW}, on=ON)
    assert answers.value("well", "tested_on") == date(2026, 2, 3)
    assert answers.value("pitches", "pitches") == 20
    assert answers.value("plan", "plans") is None


def test_an_answer_that_time_has_made_wrong_is_asked_again():
    stored = {**NAME, **WELL, **FEW}
    before_the_test = date(2026, 2, 2)
    assert CARAVANS.walk(stored, on=before_the_test).next.slug == "well"


def test_unfinished_answers_are_refused_by_the_question_that_is_open():
    with pytest.raises(DomainError, match="Where does the water come from"):
        CARAVANS.answers(NAME, on=ON)


def test_answers_of_a_branch_that_was_left_do_not_come_through():
    stored = {**NAME, **WELL, **MAINS, **FEW}
    assert "well" not in CARAVANS.answers(stored, on=ON)
    assert "When was the well tested?" not in [row.question for row in CARAVANS.summary(stored, on=ON)]


def test_the_summary_says_answers_in_words():
    rows = {row.question: (row.answer, row.page.slug) for row in CARAVANS.summary({**NAME, **WELL, **FEW}, on=ON)}
    assert rows == {
        "What is the site called?": ("Sunny Fields", "name"),
        "Where does the water come from?": ("A well", "water"),
        "When was the well tested?": (date(2026, 2, 3), "well"),
        "Anything to add": (None, "well"),
        "How many pitches?": (20, "pitches"),
        "What is there?": (["A shop", "Showers"], "pitches"),
    }


def test_the_summary_counts_files():
    rows = CARAVANS.summary({**NAME, **MAINS, **MANY, "plan": {"plans": ["a.pdf", "b.pdf"]}}, on=ON)
    assert (rows[-1].question, rows[-1].answer) == ("Plans", "2 files")
    assert "Add a plan of the site" not in [row.question for row in rows]


def test_a_page_may_say_its_own_rows():
    page = Page("name", NameForm, "Name", rows=lambda values: [("Site", values["name"].upper())])
    assert [(row.question, row.answer) for row in Journey("x", "X", [page]).summary(NAME, on=ON)] == [
        ("Site", "SUNNY FIELDS")
    ]


def test_two_pages_cannot_share_a_name():
    with pytest.raises(ValueError, match="same name"):
        Journey("twice", "Twice", [Page("a", NameForm, "A"), Page("a", NameForm, "A")])


def test_only_the_form_s_own_fields_are_stored():
    page = CARAVANS.pages[2]
    form = page.form(typed_answers := CARAVANS.answers(WHOLE, on=ON), ON)
    assert typed_answers
    data = QueryDict("tested_on-day=3&tested_on-month=2&tested_on-year=2026&notes=a%00b&owner=1&csrfmiddlewaretoken=x")
    assert page.sent(form, data, {}) == {
        "tested_on-day": "3",
        "tested_on-month": "2",
        "tested_on-year": "2026",
        "notes": "ab",
    }


def test_a_kept_field_never_comes_from_the_browser():
    page = CARAVANS.pages[4]
    form = page.form(CARAVANS.answers(WHOLE, on=ON), ON)
    assert page.sent(form, QueryDict("plans=someone-elses.pdf"), {}) == {}
    assert page.sent(form, QueryDict("plans=someone-elses.pdf"), {"plans": ["mine.pdf"]}) == {"plans": ["mine.pdf"]}


texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=20)
typed_pages = st.dictionaries(texts, texts | st.lists(texts, min_size=2, max_size=4), max_size=5)


@given(typed_pages)
def test_what_was_typed_survives_being_stored(answer):
    assert typed.read(typed.as_data(answer), answer) == answer


@given(typed_pages, typed_pages)
def test_the_mark_tells_answers_apart(one, other):
    assert (typed.mark(one) == typed.mark(other)) == (one == other)
    assert typed.mark(one) != typed.mark(None)


random_answers = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from([*NAME.values(), {"name": ""}]),
        "water": st.sampled_from([MAINS["water"], WELL["water"], {"water": "sea"}]),
        "well": st.sampled_from([WELL["well"], {}]),
        "pitches": st.sampled_from([FEW["pitches"], MANY["pitches"], {"pitches": "-1"}]),
        "plan": st.sampled_from([{"plans": ["a.pdf"]}, {"plans": []}, {"plans": "a.pdf"}]),
    },
)


@given(random_answers)
def test_whatever_is_stored_only_checked_answers_of_pages_that_apply_come_through(stored):
    walk = CARAVANS.walk(stored, on=ON)
    water, pitches = walk.answers.value("water", "water"), walk.answers.value("pitches", "pitches")
    assert water in (None, "mains", "well")
    assert pitches in (None, 20, 200)
    reached = [page.slug for page in walk.pages]
    assert ("well" in reached) == (water == "well")
    assert ("plan" in reached) == (pitches == 200)
    asked = sum(1 for _ in CARAVANS.summary(stored, on=ON))
    assert asked == len(walk.answers) + ("well" in walk.answers) + ("pitches" in walk.answers)
