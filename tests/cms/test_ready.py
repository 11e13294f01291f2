"""What an editor still has to write before a page goes out, and what helps them to write it."""

from datetime import datetime
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page, Workflow
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms import figures, readiness
from cms.content.bodies import SHELTER
from cms.models import AdviceIndexPage, AdvicePage, NewsPage
from core.accounts.models import User
from tests.web import client as web
from tests.web.markup import one, soup

pytestmark = pytest.mark.django_db
BARE = "<h2>What this means</h2><p></p><h2>What you can do</h2><p></p>"
WRITTEN = "<h2>What this means</h2><p>You share a kitchen.</p>"
BELOW = {"bare": "Nothing stands below: What this means, What you can do.", "contacts": "add at least one contact"}


@pytest.fixture
def editor(at: datetime) -> Client:
    return web.sign_in(Client(), editor_named("first.editor@example.com", at))


@pytest.fixture
def notice() -> AdvicePage:
    return AdvicePage.objects.get(slug="notice-from-your-landlord")


def editor_named(email: str, at: datetime) -> User:
    user = web.officer("content_editor", at, email=email)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


def typed(*, body: str, contacts: list[tuple[str, Any]], button: str) -> dict[str, str]:
    """A new advice page as the editor's form sends it."""
    fields = {
        "title": "Sharing a kitchen",
        "slug": "sharing-a-kitchen",
        "summary": "What to agree with those you share with.",
        "who_for": "For people who share.",
        "first_step": rich_text("<p>Talk to them.</p>"),
        "next_steps": rich_text("<p>Write it down.</p>"),
        "body": streamfield([("text", rich_text(body))]),
        "contacts": streamfield(contacts),
        "last_checked": "2026-11-21",
        "review_by": "2027-05-21",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-" + button: "yes",
    }
    return nested_form_data(fields)


def add(editor: Client, **fields: Any) -> Any:
    return editor.post(f"/cms/pages/add/cms/advicepage/{AdviceIndexPage.objects.get().pk}/", typed(**fields))


CONTACT = [("contact", {**SHELTER["value"], "checked_on": ""})]


@pytest.mark.parametrize("button", ["submit", "publish"])
@pytest.mark.parametrize(
    ("body", "contacts", "said"),
    [
        (BARE, CONTACT, [BELOW["bare"]]),
        (WRITTEN, [], [BELOW["contacts"]]),
        (BARE, [], [BELOW["bare"], BELOW["contacts"]]),
    ],
)
def test_an_unfinished_page_goes_nowhere_and_says_why(
    editor: Client, button: str, body: str, contacts: list, said: list[str]
) -> None:
    response = add(editor, body=body, contacts=contacts, button=button)
    assert response.status_code == 200
    shown = response.content.decode()
    assert [each for each in BELOW.values() if each in shown] == said
    assert not AdvicePage.objects.filter(slug="sharing-a-kitchen").exists()


def test_a_draft_may_be_unfinished_and_says_what_it_needs_once(editor: Client) -> None:
    assert add(editor, body=BARE, contacts=[], button="").status_code == 302
    page = AdvicePage.objects.get(slug="sharing-a-kitchen")
    assert not page.live
    shown = editor.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert [shown.count(each) for each in BELOW.values()] == [1, 1]


@pytest.mark.parametrize("button", ["submit", "publish"])
def test_a_finished_page_goes_on(editor: Client, button: str) -> None:
    assert add(editor, body=WRITTEN, contacts=CONTACT, button=button).status_code == 302
    page = AdvicePage.objects.get(slug="sharing-a-kitchen")
    assert page.live is (button == "publish")
    assert page.workflow_in_progress is (button == "submit")


def test_a_heading_above_a_piece_of_its_own_or_a_smaller_heading_is_not_bare(notice: AdvicePage) -> None:
    note = {"kind": "note", "heading": "", "text": RichText("<p>Yes.</p>")}
    notice.body = [("text", RichText("<h2>First</h2><h3>Small</h3><p>Words.</p><h2>Second</h2>")), ("callout", note)]
    assert BELOW["bare"][:20] not in str(faults_of(notice))
    notice.body = [("text", RichText("<h2>First</h2><h3>Small</h3><h2>Second</h2><p>Words.</p>"))]
    assert faults_of(notice) == {"body": "Nothing stands below: Small. Write it, or take the heading out."}


def faults_of(page: AdvicePage) -> dict[str, str]:
    return readiness.faults(page)


def test_nobody_says_yes_to_a_page_that_was_emptied_meanwhile(editor: Client, notice: AdvicePage, at: datetime) -> None:
    second = web.sign_in(Client(), editor_named("second.editor@example.com", at))
    notice.save_revision()
    state = Workflow.objects.get().start(notice, User.objects.get(email="first.editor@example.com"))
    assert "Approve" in second.get(f"/cms/pages/{notice.pk}/edit/").content.decode()
    notice.contacts = []
    notice.summary = "Without anybody else who can help."
    notice.save_revision()
    assert "Approve" not in second.get(f"/cms/pages/{notice.pk}/edit/").content.decode()
    second.post(f"/cms/pages/workflow/action/{notice.pk}/approve/{state.current_task_state_id}/")
    notice.refresh_from_db()
    assert notice.summary != "Without anybody else who can help."


def test_many_pages_at_once_are_published_only_when_each_is_ready(editor: Client, notice: AdvicePage) -> None:
    news = NewsPage.objects.first()
    news.title = "News with a new title"
    news.save_revision()
    notice.body = [("text", RichText(BARE))]
    notice.save_revision()
    url = f"/cms/bulk/wagtailcore/page/publish/?id={news.pk}&id={notice.pk}&next=/cms/pages/"
    shown = editor.post(url, {"include_descendants": ""}, follow=True).content.decode()
    assert "“A notice from your landlord” is not published. Nothing stands below" in shown
    news.refresh_from_db()
    assert news.title != "News with a new title"
    editor.post(url.replace(f"&id={notice.pk}", ""), {"include_descendants": ""})
    news.refresh_from_db()
    assert news.title == "News with a new title"


def test_the_pages_that_ship_are_ready() -> None:
    assert {page.slug: faults for page in AdvicePage.objects.all() if (faults := faults_of(page))} == {}


@pytest.mark.parametrize("slug", ["notice-from-your-landlord", "privacy", "for-landlords"])
def test_the_editor_lists_every_figure_with_its_words_of_today(editor: Client, slug: str) -> None:
    page = editor.get(f"/cms/pages/{Page.objects.get(slug=slug).pk}/edit/")
    rows = [
        [cell.get_text(strip=True) for cell in row.select("td")]
        for row in one(soup(page.content), "#figures-by-name").select("tbody tr")
    ]
    assert [row[0] for row in rows] == [f"[[{name}]]" for name in figures.FIGURES]
    assert ["[[notice-to-sell]]", "Least notice: landlord sells (ground 1A)", "4 months"] in rows


def test_the_editors_first_page_has_the_councils_name(editor: Client) -> None:
    page = soup(editor.get("/cms/").content)
    assert one(page, "h1").get_text(strip=True) == f"Public pages of {settings.COUNCIL_NAME}"
    assert "localhost" not in page.get_text()
