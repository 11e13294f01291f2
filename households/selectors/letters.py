"""Letters as a page shows them: as they went, how they were given, what may be done now."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse

from core import dates
from core.access.actor import Actor, Can
from core.deadlines import selectors as deadlines
from core.documents.letter import Letter
from core.documents.models import Document
from core.documents.services import letters as documents
from core.documents.services import making
from core.ui.addresses import record_url
from core.ui.components import Action, Cell, Column, Row, Strip, Table, Tag
from households import policies
from households.models import Household, StatutoryLetter
from households.rules.letter import LETTER, SPECS, Delivery, LetterKind, LetterState
from households.services import letters as services
from households.services.ticks import rule_ticks


def document_of(letter: StatutoryLetter) -> Document:
    return Document.objects.select_related("letter_text").get(reference=letter.document_reference)


def made(letter: StatutoryLetter, actor: Actor, at: datetime) -> Document:
    """The letter's file, made now if its task has not come to it yet."""
    return making.make(document_of(letter).pk, actor=actor, at=at)


def words_of(letter: StatutoryLetter) -> Letter:
    return documents.read(document_of(letter))


def by_rule(household: Household, kind: LetterKind, letter: Letter, on: date) -> list[Row]:
    """What the record and the letter's own words say to the checklist, were it given today by hand."""
    duty = services.duty_of(household, services.Ready(kind, Delivery.HAND, {}))
    known = rule_ticks(kind, household, duty, letter, on)
    return [
        Row(item.words, Tag("Yes", "green") if known[item.key] else Tag("Not yet", "yellow"), note=item.source)
        for item in SPECS[kind].items
        if item.by_rule
    ]


def strip(letter: StatutoryLetter, on: date) -> Strip:
    state = LETTER.state(letter.state)
    first = deadlines.next_for(letter.subject)
    return Strip(
        title=letter.get_kind_display(),
        state=state,
        next_step=review_words(letter, on) if letter.state == LetterState.SENT else "",
        by=first.due_on if first else None,
        reference=letter.reference,
        on=on,
    )


def review_words(letter: StatutoryLetter, on: date) -> str:
    if letter.review_last_day is None:
        return "There is no review right for this letter."
    if letter.review_last_day < on:
        return f"The days to ask for a review ended on {dates.in_words(letter.review_last_day)}."
    return f"They can ask for a review to {dates.in_words(letter.review_last_day)}."


def rows(letter: StatutoryLetter) -> list[Row]:
    spec = SPECS[LetterKind(letter.kind)]
    found = [
        Row("Household", f"{letter.household.name}, {letter.household.reference}"),
        Row("Signed by", letter.signed_by.name if letter.signed_by else ""),
    ]
    if spec.manager_signs:
        found.append(Row("Signed by a manager", letter.countersigned_by.name if letter.countersigned_by else "Not yet"))
    found.append(Row("How", letter.get_channel_display()))
    if letter.notified_on:
        found.append(Row("Counts as told", letter.notified_on))
    if letter.review_last_day:
        found.append(
            Row(
                "Last day to ask for a review",
                letter.review_last_day,
                note=f"21 days beginning with the day of being told (s202(3)). We then have {spec.review_weeks} weeks.",
            )
        )
    return [*found, Row("Version of the text", str(letter.template_version))]


def checklist(letter: StatutoryLetter) -> list[Row]:
    """Every box as it stood when the letter was signed."""
    spec = SPECS[LetterKind(letter.kind)]
    return [
        Row(
            item.words,
            "Ticked" if letter.checklist.get(item.key) else "Open",
            note=f"{item.source}. {'By the record' if item.by_rule else 'By the officer'}",
        )
        for item in spec.items
    ]


def actions(letter: StatutoryLetter, actor: Actor) -> list[Action]:
    if letter.state != LetterState.PREPARED:
        return []
    found = []
    if policies.may_countersign(actor, signed_by_id=letter.signed_by_id):
        found.append(Action("Sign as manager", reverse("households_office_countersign", args=[letter.reference])))
    if actor.can(Can.SIGN_LETTERS):
        url = reverse("households_office_take_back", args=[letter.reference])
        found.append(Action("Take it back", url, style="secondary"))
    return found


def page(letter: StatutoryLetter, actor: Actor, on: date) -> dict[str, Any]:
    return {
        "strip": strip(letter, on),
        "rows": rows(letter),
        "checklist": checklist(letter),
        "actions": actions(letter, actor),
        "letter": words_of(letter),
        "download_url": reverse("households_office_letter_pdf", args=[letter.reference]),
        "back_url": record_url(letter.household.subject, actor),
    }


def table(household: Household, actor: Actor, on: date) -> Table:
    """The letters of a household, newest first."""
    return Table(
        caption="Letters, newest first",
        caption_hidden=True,
        columns=[Column("Letter"), Column("State"), Column("Given"), Column("Review")],
        rows=[
            [
                Cell(letter.get_kind_display(), url=record_url(letter.subject, actor), note=letter.reference),
                Cell(Tag(LETTER.state(letter.state).label, LETTER.state(letter.state).colour)),
                Cell(letter.notified_on or "", note=letter.get_channel_display()),
                Cell(review_words(letter, on) if letter.state == LetterState.SENT else ""),
            ]
            for letter in household.letters.all()
        ],
        empty="No letter yet.",
    )


def for_resident(letter: StatutoryLetter) -> dict[str, Any]:
    """The letter's page for the person it is to."""
    return {
        "letter": words_of(letter),
        "layout": "layouts/resident.html",
        "back_url": reverse("households_resident_plan"),
        "download_url": reverse("households_resident_letter_pdf", args=[letter.reference]),
    }


def given_to(household: Household, on: date) -> list[dict[str, Any]]:
    """The letters that a resident was given, newest first, each with what they can still do about it."""
    return [
        {
            "label": letter.get_kind_display(),
            "url": reverse("households_resident_letter", args=[letter.reference]),
            "pdf": reverse("households_resident_letter_pdf", args=[letter.reference]),
            "given": letter.notified_on,
            "review": f"If you think it is wrong, ask us to look again by {dates.in_words(letter.review_last_day)}."
            if letter.review_last_day and letter.review_last_day >= on
            else "",
        }
        for letter in household.letters.given()
    ]
