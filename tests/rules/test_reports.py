from datetime import date, datetime, timedelta

import pytest

from core import dates
from core.errors import DomainError
from tenancies.rules import joint, promise, triage
from tenancies.rules.asking import check_answers, questions
from tenancies.rules.joint import Barrier
from tenancies.rules.problem import (
    LANDLORD_LABELS,
    OFFICE_LABELS,
    TENANT_LABELS,
    Problem,
    Source,
    choices_for,
)
from tenancies.rules.report import (
    REPORT,
    Attempt,
    ContactBy,
    ReportState,
    Stage,
    for_landlord,
    for_tenant,
    propose_stage,
    why_not_closed,
)
from tenancies.rules.triage import Priority

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=dates.LONDON)


@pytest.mark.parametrize(
    ("problem", "answers", "priority"),
    [
        (Problem.ARREARS, {"owed": "under_2_weeks", "notice": "no"}, Priority.GREEN),
        (Problem.ARREARS, {"owed": "under_2_months", "notice": "no"}, Priority.AMBER),
        (Problem.ARREARS, {"owed": "under_2_weeks", "notice": "thinking"}, Priority.AMBER),
        (Problem.ARREARS, {"owed": "3_months", "notice": "thinking"}, Priority.RED),
        (Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "later"}, Priority.AMBER),
        (Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "days"}, Priority.RED),
        (Problem.ILLEGAL_EVICTION, {"happening": "other", "tonight": "yes"}, Priority.RED),
        (Problem.THREATS, {"safe": "yes"}, Priority.AMBER),
        (Problem.THREATS, {"safe": "unknown"}, Priority.RED),
        (Problem.DOMESTIC_ABUSE, {}, Priority.RED),
        (Problem.OTHER, {"notice": "no"}, Priority.GREEN),
    ],
)
def test_the_answers_propose_how_urgent_it_is(problem, answers, priority):
    proposal = triage.propose(problem, answers)
    assert proposal.priority is priority
    assert proposal.reasons


def test_every_answer_that_raises_the_urgency_can_be_given():
    asked: dict[str, set[str]] = {}
    for source in Source:
        for problem in choices_for(source):
            for question in questions(problem, source):
                asked.setdefault(question.name, set()).update(question.choices)
    for name, answers in triage.RAISED_BY.items():
        assert answers.keys() <= asked[name], name


def test_nobody_is_asked_more_than_three_questions():
    asked = [len(questions(problem, source)) for source in Source for problem in choices_for(source)]
    assert max(asked) <= 3


def test_landlords_and_tenants_choose_from_their_own_lists_and_officers_from_all():
    theirs_to_tell = {Problem.DOMESTIC_ABUSE, Problem.HOARDING, Problem.ASKED_TO_LEAVE, Problem.RELATIONSHIP_BREAKDOWN}
    assert not theirs_to_tell & LANDLORD_LABELS.keys()
    assert theirs_to_tell <= TENANT_LABELS.keys()
    assert OFFICE_LABELS.keys() == set(Problem)
    with pytest.raises(DomainError, match="Choose what the problem is"):
        check_answers(Problem.THREATS, Source.LANDLORD, {})


def test_answers_are_taken_for_the_questions_asked_and_for_no_other():
    given = {"owed": "3_months", "notice": "no", "health": "none of ours"}
    assert check_answers(Problem.ARREARS, Source.LANDLORD, given) == {"owed": "3_months", "notice": "no"}
    with pytest.raises(DomainError) as caught:
        check_answers(Problem.ARREARS, Source.LANDLORD, {"owed": "a lot", "notice": "no"})
    assert caught.value.field == "owed"


@pytest.mark.parametrize(
    ("problem", "answers", "barriers"),
    [
        (Problem.ARREARS, {}, set()),
        (Problem.NUISANCE, {"complains": "landlord"}, set()),
        (Problem.NUISANCE, {"complains": "neighbour"}, {Barrier.NEIGHBOUR}),
        (Problem.ILLEGAL_EVICTION, {}, {Barrier.ILLEGAL_EVICTION}),
        (Problem.THREATS, {}, {Barrier.HARASSMENT}),
        (Problem.DOMESTIC_ABUSE, {}, {Barrier.DOMESTIC_ABUSE}),
    ],
)
def test_what_the_report_itself_says_against_joint_work(problem, answers, barriers):
    assert joint.barriers_of(problem, answers) == barriers
    assert bool(joint.why_apart(barriers)) is bool(barriers)


def test_abuse_and_safeguarding_make_a_report_private_and_the_rest_does_not():
    private = {barrier for barrier in Barrier if joint.is_private([barrier])}
    assert private == {Barrier.DOMESTIC_ABUSE, Barrier.SAFEGUARDING}


def test_red_is_the_same_day_even_on_a_saturday_and_the_others_count_working_days():
    assert promise.first_contact_by(Priority.RED, 0, SATURDAY) == SATURDAY
    assert promise.first_contact_by(Priority.AMBER, 2, SATURDAY) == date(2026, 11, 24)
    assert promise.first_contact_by(Priority.GREEN, 5, FRIDAY) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("told", "by"),
    [
        (at(FRIDAY, 9), at(FRIDAY, 17)),
        (at(FRIDAY, 13), at(MONDAY, 13)),
        (at(SATURDAY, 9), at(MONDAY, 13)),
        (at(date(2026, 12, 24), 15), at(date(2026, 12, 29), 13)),
    ],
)
def test_a_landlord_who_thinks_of_notice_is_rung_by_a_shown_hour(told, by):
    assert promise.ring_by(told, (13, 17)) == by


def test_the_notice_to_the_tenant_is_due_within_a_month():
    assert promise.article_14_by(date(2027, 1, 31)) == date(2027, 2, 28)


def tries(*ways: ContactBy, reached: bool = False) -> list[Attempt]:
    return [Attempt(way, FRIDAY, reached) for way in ways]


def test_nobody_is_given_up_before_three_tries_in_two_ways():
    phone, letter = ContactBy.TELEPHONE, ContactBy.LETTER
    assert "another way" in why_not_closed(tries(phone, phone, phone, phone))
    assert "2 so far" in why_not_closed(tries(phone, letter))
    assert why_not_closed(tries(phone, letter, phone)) == ""
    assert "Resolve" in why_not_closed([*tries(phone, letter), *tries(phone, reached=True)])


def test_a_notice_within_56_days_leads_to_an_assessment():
    day_56 = FRIDAY + timedelta(days=56)
    assert propose_stage(day_56, FRIDAY, urgent=False) is Stage.ASSESSMENT
    assert propose_stage(day_56 + timedelta(days=1), FRIDAY, urgent=False) is Stage.PRE_PREVENTION
    assert propose_stage(None, FRIDAY, urgent=False) is Stage.PRE_PREVENTION
    assert propose_stage(None, FRIDAY, urgent=True) is Stage.ASSESSMENT


def test_the_landlord_reads_three_states_whatever_happens():
    read = {state: for_landlord(state).label for state in REPORT.states}
    ends = [ReportState.RESOLVED, ReportState.ESCALATED, ReportState.CLOSED_NO_CONTACT]
    assert {read[state] for state in ends} == {"Finished"}
    assert set(read.values()) == {"With us", "We are on it", "Finished"}
    texts = {f"{for_landlord(state).next_step}{for_landlord(state).otherwise}" for state in REPORT.states}
    assert not [text for text in texts for word in ("reached", "contact", "case", "tenant said") if word in text]


def test_every_state_has_words_for_the_tenant():
    assert all(for_tenant(state).next_step for state in REPORT.states)


def test_every_end_can_be_reached_and_none_is_left_by_chance():
    ends = {value for value, state in REPORT.states.items() if state.terminal}
    assert ends == {"resolved", "escalated_to_case", "closed_no_contact"}
    assert {t.event for value in ends for t in REPORT.events_from(value)} == {"reopen"}
