from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from core.access.actor import NOBODY, Actor, Kind, system
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.audit.models import Event
from core.errors import DomainError, NotFound, Refused, Stale
from core.journeys import selectors
from core.journeys.models import Draft
from core.journeys.services import drafts
from core.journeys.typed import mark
from tests.journeys.caravan import CARAVANS, NAME, WHOLE
from tests.web.client import person

KIND = CARAVANS.name


@pytest.fixture
def landlord(db: None, at: datetime) -> Actor:
    return actor_of(person(Kind.LANDLORD, at, name="Asha Verma"))


@pytest.fixture
def other(db: None, at: datetime) -> Actor:
    return actor_of(person(Kind.LANDLORD, at, email="other@example.com"))


@pytest.fixture
def draft(landlord: Actor, at: datetime) -> Draft:
    return drafts.open(kind=KIND, actor=landlord, at=at)


def save(
    draft: Draft, actor: Actor, at: datetime, page: str = "name", text: str = "Sunny Fields", seen: str = ""
) -> Draft:
    return drafts.save(ref=draft.reference, page=page, answer={"name": text}, seen=seen, actor=actor, at=at)


def test_opening_again_finds_the_same_draft(landlord: Actor, draft: Draft, at: datetime) -> None:
    assert drafts.open(kind=KIND, actor=landlord, at=at) == draft
    assert drafts.open(kind=KIND, actor=landlord, at=at, subject_reference="HM-2026-0001") != draft
    assert drafts.open(kind="other", actor=landlord, at=at) != draft


def test_a_draft_may_start_with_answers(landlord: Actor, at: datetime) -> None:
    draft = drafts.open(kind=KIND, actor=landlord, at=at, answers=WHOLE)
    assert CARAVANS.walk(draft.answers, on=at.date()).complete
    assert drafts.open(kind=KIND, actor=landlord, at=at, answers=NAME).answers == WHOLE


def test_nobody_sees_another_person_s_draft(landlord: Actor, other: Actor, draft: Draft, at: datetime) -> None:
    nobodys = drafts.open(kind=KIND, actor=NOBODY, at=at)
    assert drafts.open(kind=KIND, actor=NOBODY, at=at) != nobodys
    assert list(Draft.objects.visible_to(landlord)) == [draft]
    assert not Draft.objects.visible_to(other).exists()
    assert not Draft.objects.visible_to(NOBODY).exists()


def test_the_database_refuses_a_second_open_draft(draft: Draft, at: datetime) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.create(reference="DR-X", kind=KIND, owner_id=draft.owner_id, created_at=at, updated_at=at)


def test_an_answer_is_stored_at_once(landlord: Actor, draft: Draft, at: datetime) -> None:
    saved = save(draft, landlord, at + timedelta(hours=1))
    again = Draft.objects.get(pk=draft.pk)
    assert again.answers == NAME
    assert (again.version, again.updated_at) == (saved.version, at + timedelta(hours=1)) == (2, at + timedelta(hours=1))


def test_the_same_answer_twice_is_one(landlord: Actor, draft: Draft, at: datetime) -> None:
    save(draft, landlord, at)
    assert save(draft, landlord, at).version == 2


def test_two_tabs_on_one_page_do_not_overwrite_each_other(landlord: Actor, draft: Draft, at: datetime) -> None:
    save(draft, landlord, at, text="First")
    with pytest.raises(Stale):
        save(draft, landlord, at, text="Second")
    assert Draft.objects.get(pk=draft.pk).answers == {"name": {"name": "First"}}
    save(draft, landlord, at, text="Second", seen=mark({"name": "First"}))
    assert Draft.objects.get(pk=draft.pk).answers == {"name": {"name": "Second"}}


def test_two_tabs_on_two_pages_do_no_harm(landlord: Actor, draft: Draft, at: datetime) -> None:
    save(draft, landlord, at)
    save(draft, landlord, at, page="pitches")
    assert set(Draft.objects.get(pk=draft.pk).answers) == {"name", "pitches"}


def test_nobody_else_can_answer_or_remove(other: Actor, draft: Draft, at: datetime) -> None:
    for actor in (other, NOBODY):
        with pytest.raises(Refused):
            save(draft, actor, at)
        with pytest.raises(Refused):
            drafts.remove(ref=draft.reference, actor=actor, at=at, reason="unwanted")


def test_finishing_takes_the_answers_and_the_draft(landlord: Actor, at: datetime) -> None:
    draft = drafts.open(kind=KIND, actor=landlord, at=at, answers=WHOLE)
    with transaction.atomic():
        answers = drafts.finish(ref=draft.reference, journey=CARAVANS, seen=1, actor=landlord, at=at)
    assert answers.value("pitches", "pitches") == 20
    assert not Draft.objects.exists()
    with pytest.raises(NotFound), transaction.atomic():
        drafts.finish(ref=draft.reference, journey=CARAVANS, seen=1, actor=landlord, at=at)


def test_a_failure_after_finishing_keeps_the_draft(landlord: Actor, at: datetime) -> None:
    draft = drafts.open(kind=KIND, actor=landlord, at=at, answers=WHOLE)

    def license_site() -> None:
        with transaction.atomic():
            drafts.finish(ref=draft.reference, journey=CARAVANS, seen=1, actor=landlord, at=at)
            raise DomainError("Too many sites")

    with pytest.raises(DomainError, match="Too many"):
        license_site()
    assert Draft.objects.get().answers == WHOLE


def test_open_questions_and_changed_answers_cannot_be_finished(
    landlord: Actor, other: Actor, draft: Draft, at: datetime
) -> None:
    def finish(seen: int, actor: Actor = landlord) -> None:
        with transaction.atomic():
            drafts.finish(ref=draft.reference, journey=CARAVANS, seen=seen, actor=actor, at=at)

    with pytest.raises(DomainError, match="What is the site called"):
        finish(1)
    with pytest.raises(Refused):
        finish(1, other)
    save(draft, landlord, at)
    with pytest.raises(Stale):
        finish(1)


@pytest.mark.django_db(transaction=True)
def test_finishing_needs_the_transaction_that_uses_the_answers(at: datetime) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        drafts.finish(ref="DR-2026-0001", journey=CARAVANS, seen=1, actor=NOBODY, at=at)


def test_removing_is_on_record_without_the_answers(landlord: Actor, draft: Draft, at: datetime) -> None:
    save(draft, landlord, at)
    drafts.remove(ref=draft.reference, actor=landlord, at=at, reason="unwanted")
    event = Event.objects.get(action="draft.remove")
    assert (event.subject_reference, event.reason) == (draft.reference, "unwanted")
    assert not Draft.objects.exists()


def test_a_forgotten_draft_is_reminded_once_then_removed(landlord: Actor, draft: Draft, at: datetime) -> None:
    def remind(day: datetime) -> list[str]:
        due = list(selectors.to_remind(day).values_list("reference", flat=True))
        with transaction.atomic():
            return [ref for ref in due if drafts.reminded(ref=ref, at=day)]

    day = timedelta(days=1)
    sweep = system("drafts")
    assert remind(at + 20 * day) == []
    assert remind(at + 21 * day) == [draft.reference]
    assert remind(at + 22 * day) == []
    assert drafts.remove_forgotten(actor=sweep, at=at + 27 * day) == 0
    assert drafts.remove_forgotten(actor=sweep, at=at + 28 * day) == 1
    assert drafts.remove_forgotten(actor=sweep, at=at + 28 * day) == 0


def test_no_answers_go_unwarned(landlord: Actor, draft: Draft, at: datetime) -> None:
    day = timedelta(days=1)
    assert drafts.remove_forgotten(actor=system("drafts"), at=at + 90 * day) == 0
    with transaction.atomic():
        assert drafts.reminded(ref=draft.reference, at=at + 90 * day)
    assert drafts.remove_forgotten(actor=system("drafts"), at=at + 96 * day) == 0


def test_an_answer_after_the_reminder_starts_the_count_again(landlord: Actor, draft: Draft, at: datetime) -> None:
    day = timedelta(days=1)
    with transaction.atomic():
        drafts.reminded(ref=draft.reference, at=at + 21 * day)
    save(draft, landlord, at + 22 * day)
    assert drafts.remove_forgotten(actor=system("drafts"), at=at + 29 * day) == 0
    with transaction.atomic():
        assert not drafts.reminded(ref=draft.reference, at=at + 29 * day)


def test_nobody_s_draft_goes_after_two_hours(db: None, at: datetime) -> None:
    drafts.open(kind=KIND, actor=NOBODY, at=at)
    assert drafts.remove_forgotten(actor=system("drafts"), at=at + timedelta(minutes=119)) == 0
    assert drafts.remove_forgotten(actor=system("drafts"), at=at + timedelta(hours=2)) == 1


def test_unfinished_lists_the_latest_first(landlord: Actor, draft: Draft, at: datetime) -> None:
    later = drafts.open(kind="other", actor=landlord, at=at + timedelta(hours=1))
    assert list(selectors.unfinished(landlord)) == [later, draft]


def test_a_person_s_drafts_go_with_the_person(draft: Draft) -> None:
    User.objects.get(pk=draft.owner_id).delete()
    assert not Draft.objects.exists()
