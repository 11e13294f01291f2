"""The page editor: who gets in, what they find, what they cannot do."""

import io
from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image as Picture
from wagtail.images.models import Image
from wagtail.models import GroupPagePermission, PageViewRestriction, Workflow
from wagtail.rich_text import RichText

from cms import tasks
from cms.models import AdvicePage, HomePage
from core.access.actor import Kind
from core.accounts.models import User
from core.accounts.rules.roles import ROLES
from tests.jobs import drain
from tests.web import client as web
from tests.web.markup import one, soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(at) -> Client:
    user = web.officer("content_editor", at)
    user.groups.add(Group.objects.get(name="Editors"))
    return web.sign_in(Client(), user)


@pytest.fixture
def notice() -> AdvicePage:
    return AdvicePage.objects.get(slug="notice-from-your-landlord")


def edit_url(page: AdvicePage) -> str:
    return f"/cms/pages/{page.pk}/edit/"


def test_there_is_one_group_and_it_keeps_the_home_page_and_below() -> None:
    assert [group.name for group in Group.objects.all()] == ["Editors"]
    held = GroupPagePermission.objects.values_list("group__name", "page__slug", "permission__codename")
    assert sorted(held) == [("Editors", "home", name) for name in ("add_page", "change_page", "publish_page")]


def test_a_second_look_is_the_way_to_publish() -> None:
    workflow = Workflow.objects.get()
    assert workflow.name == "Second look before publishing"
    assert [list(task.specific.groups.values_list("name", flat=True)) for task in workflow.tasks] == [["Editors"]]


def test_nobody_approves_what_they_asked_for(editor: Client, notice: AdvicePage, at) -> None:
    other = web.officer("content_editor", at, email="second.editor@example.com")
    other.groups.add(Group.objects.get(name="Editors"))
    second = web.sign_in(Client(), other)
    notice.summary = "A summary that two have read."
    notice.save_revision()
    state = Workflow.objects.get().start(notice, User.objects.exclude(pk=other.pk).get())
    answer = f"/cms/pages/workflow/action/{notice.pk}/approve/{state.current_task_state_id}/"
    assert "Approve" not in editor.get(edit_url(notice)).content.decode()
    assert editor.post(answer).status_code in (302, 403)
    notice.refresh_from_db()
    assert notice.summary != "A summary that two have read."
    assert "Approve" in second.get(edit_url(notice)).content.decode()
    assert second.post(answer).status_code == 302
    notice.refresh_from_db()
    assert notice.summary == "A summary that two have read."


def test_an_editor_opens_every_kind_of_page(editor: Client) -> None:
    assert editor.get("/cms/").status_code == 200
    for page in [*AdvicePage.objects.all(), *HomePage.objects.all(), *HomePage.objects.get().get_children()]:
        assert editor.get(edit_url(page)).status_code == 200, page


@pytest.mark.parametrize("role", [role for role in ROLES if role != "content_editor"])
def test_no_other_officer_gets_in(role: str, at) -> None:
    officer = web.sign_in(Client(), web.officer(role, at))
    for url in ("/cms/", edit_url(AdvicePage.objects.first()), "/cms/images/", "/cms/reports/workflow/"):
        response = officer.get(url)
        assert response.status_code in (302, 403), url
        assert not response.get("Location", "").startswith("/cms/"), url


@pytest.mark.parametrize("kind", [Kind.LANDLORD, Kind.RESIDENT, Kind.PARTNER])
def test_nobody_from_outside_gets_in(kind: Kind, at) -> None:
    assert web.sign_in(Client(), web.person(kind, at)).get("/cms/").status_code in (302, 403, 404)


@pytest.mark.parametrize(
    "url", ["users/", "users/1/", "users/add/", "groups/", "groups/new/", "password_reset/", "documents/"]
)
def test_people_and_files_are_not_here(editor: Client, url: str) -> None:
    assert editor.get(f"/cms/{url}").status_code == 404


def test_signing_out_of_the_editor_leads_to_the_one_sign_in_page_and_back(editor: Client) -> None:
    response = editor.post("/cms/logout/", follow=True)
    assert response.redirect_chain[-1][0] == "/account/login/?next=/cms/login/"
    assert web.sign_in(Client(), User.objects.get(kind="officer")).get("/cms/login/")["Location"] == "/cms/"


def test_an_editor_sees_the_draft_as_readers_will(editor: Client, notice: AdvicePage) -> None:
    notice.summary = "A summary not yet published."
    notice.save_revision()
    preview = editor.get(f"/cms/pages/{notice.pk}/view_draft/")
    assert preview.status_code == 200
    assert "A summary not yet published." in preview.content.decode()


def test_the_main_button_asks_for_a_second_look(editor: Client, notice: AdvicePage) -> None:
    page = soup(editor.get(edit_url(notice)).content)
    main = page.select("[name=action-submit], [name=action-publish]")[0]
    assert main["name"] == "action-submit"


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_no_page_can_be_made_private(editor: Client, notice: AdvicePage, kind: str) -> None:
    url = f"/cms/pages/{notice.pk}/privacy/"
    answers = {"restriction_type": kind, "password": "a-long-password", "groups": [1], "return_url": "/"}
    assert editor.post(url, answers).status_code in (200, 302, 403, 404)
    assert not PageViewRestriction.objects.exists()
    assert Client().get(notice.url).status_code == 200


def test_a_page_is_published_when_its_hour_has_come(client: Client, notice: AdvicePage, at) -> None:
    notice.summary = "True from Monday."
    notice.go_live_at = at + timedelta(days=2)
    notice.save_revision().publish()
    for later, shown in ((timedelta(days=1), False), (timedelta(days=2, minutes=1), True)):
        with time_machine.travel(at + later, tick=False):
            tasks.publish_scheduled.enqueue()
            drain()
            assert ("True from Monday." in client.get(notice.url).content.decode()) is shown


def test_the_editor_finds_the_pages_that_shipped(editor: Client) -> None:
    found = editor.get("/cms/pages/search/", {"q": "landlord"}).content.decode()
    assert "A notice from your landlord" in found


def test_an_overdue_page_warns_its_editor(editor: Client, notice: AdvicePage) -> None:
    assert "Pages to check again" not in editor.get("/cms/").content.decode()
    AdvicePage.objects.filter(pk=notice.pk).update(last_checked=date(2026, 5, 1), review_by=date(2026, 11, 21))
    panel = one(soup(editor.get("/cms/").content), "#review-dates-section")
    assert [a.get_text() for a in panel.select("li a")] == ["A notice from your landlord"]
    assert "due to be checked by" in editor.get(edit_url(notice)).content.decode()


def test_a_check_cannot_be_due_before_it_was_made(notice: AdvicePage) -> None:
    notice.review_by = notice.last_checked
    with pytest.raises(ValidationError, match="The next check must come after the last one"):
        notice.full_clean()


@pytest.mark.parametrize("field", ["first_step", "next_steps"])
def test_a_figure_we_do_not_have_is_refused(notice: AdvicePage, field: str) -> None:
    setattr(notice, field, "<p>You get [[a-lot]].</p>")
    with pytest.raises(ValidationError, match="no figure called a-lot"):
        notice.full_clean()


def test_a_figure_we_do_not_have_is_refused_in_the_body(notice: AdvicePage) -> None:
    body = notice.body.stream_block
    value = body.to_python([{"type": "text", "value": "<p>You get [[a-lot]].</p>"}])
    with pytest.raises(ValidationError) as fault:
        body.clean(value)
    assert "no figure called a-lot" in str(fault.value.block_errors)


def test_a_figure_taken_away_later_leaves_the_page_standing(client: Client, notice: AdvicePage) -> None:
    AdvicePage.objects.filter(pk=notice.pk).update(next_steps="<p>You get [[long-gone]].</p>")
    assert "You get (call us for this figure)." in client.get(notice.url).content.decode()


def photo_with_a_place() -> SimpleUploadedFile:
    held = io.BytesIO()
    exif = Picture.Exif()
    exif[0x010F] = "A-Phone-Maker"
    exif.get_ifd(0x8825)[2] = (51.0, 26.0, 46.0)
    Picture.new("RGB", (600, 400), "navy").save(held, "JPEG", exif=exif, comment=b"taken at home")
    return SimpleUploadedFile("front door.jpg", held.getvalue(), content_type="image/jpeg")


def upload(editor: Client, file: SimpleUploadedFile) -> object:
    return editor.post("/cms/images/add/", {"title": "A door", "file": file, "collection": 1, "tags": ""})


def test_an_editors_photo_keeps_nothing_but_the_picture(editor: Client, client: Client) -> None:
    upload(editor, photo_with_a_place())
    image = Image.objects.get()
    kept = image.file.read()
    rendition = image.get_rendition("width-320")
    served = client.get(rendition.url)
    body = b"".join(served.streaming_content)
    for content in (kept, body):
        assert b"A-Phone-Maker" not in content
        assert b"taken at home" not in content
        assert not Picture.open(io.BytesIO(content)).getexif()
    assert served["Content-Type"] == "image/jpeg"
    assert "sandbox" in served["Content-Security-Policy"]
    assert client.get(image.file.url).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", b"<script>alert(1)</script>"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"),
        ("a.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
        ("a.jpg", b"MZ" + bytes(200)),
    ],
)
def test_what_is_not_a_picture_is_refused(editor: Client, name: str, content: bytes) -> None:
    response = upload(editor, SimpleUploadedFile(name, content, content_type="image/jpeg"))
    assert response.status_code == 200
    assert not Image.objects.exists()


def test_the_report_of_review_dates_has_every_page_that_states_facts(editor: Client, notice: AdvicePage) -> None:
    AdvicePage.objects.filter(pk=notice.pk).update(last_checked=date(2026, 5, 1), review_by=date(2026, 11, 21))
    report = one(soup(editor.get("/cms/reports/review-dates/").content), "table")
    rows = [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in report.select("tbody tr")]
    assert len(rows) == 10 + 1 + 7
    assert rows[0][:3] == ["A notice from your landlord", "1 May 2026", "21 November 2026 (due)"]
    assert "(due)" not in str(rows[1:])
    assert b"A notice from your landlord,2026-05-01" in b"".join(
        editor.get("/cms/reports/review-dates/?export=csv").streaming_content
    )


@pytest.mark.parametrize(("model", "parent"), [("advicepage", "advice"), ("newspage", "news")])
def test_a_new_page_starts_with_the_headings_of_a_good_one(editor: Client, model: str, parent: str) -> None:
    index = HomePage.objects.get().get_children().get(slug=parent)
    page = editor.get(f"/cms/pages/add/cms/{model}/{index.pk}/").content.decode()
    assert "What you can do" in page


def test_headings_with_nothing_below_them_are_told(editor: Client, notice: AdvicePage) -> None:
    assert "Nothing stands below" not in editor.get(edit_url(notice)).content.decode()
    notice.body = [("text", RichText("<h2>First</h2><p></p><h2>Second</h2><p>Words.</p><h2>Third</h2>"))]
    notice.save_revision()
    assert editor.get(edit_url(notice)).content.decode().count("Nothing stands below: First, Third.") == 1


@pytest.mark.parametrize("shown", [True, False])
@pytest.mark.parametrize("address", ["/cms/", "/cms/pages/", "/cms/reports/review-dates/"])
def test_every_page_of_the_editor_says_that_it_is_a_demonstration(editor, settings, shown, address):
    settings.DEMONSTRATION_SIGN_IN = shown
    page = editor.get(address, follow=True).content.decode()
    assert ("<strong>Demonstration:</strong>" in page) is shown
    assert ("lintel/editor" in page) is shown
    assert page.count('wagtail-sidebar"') == 1
