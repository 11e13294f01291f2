import hashlib
import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django_tasks_db.models import DBTaskResult

from core.access.actor import system
from core.audit.models import Event
from core.documents import pdf
from core.documents.letter import Paragraph
from core.documents.models import Document
from core.documents.services import letters, making, storing
from core.documents.serving import NotReady, serve
from tests.documents import tagged
from tests.documents.letters import LETTER, letter

pytestmark = pytest.mark.django_db
HOUSEHOLD = ("household", "HH-2026-0012")
WRITER = system("test")


def write(at, one=LETTER, **extra) -> Document:
    with transaction.atomic():
        return letters.store(
            one,
            kind="prevention_duty",
            subject=HOUSEHOLD,
            template="prevention_duty",
            template_version=3,
            actor=WRITER,
            at=at,
            **extra,
        )


def test_a_letter_is_kept_as_words_and_its_pdf_is_asked_for(at):
    document = write(at)
    assert (document.state, document.key, document.template_version) == ("unmade", "", 3)
    assert document.name == "We have accepted a duty to help you keep your home HH-2026-0012.pdf"
    assert letters.read(Document.objects.get(pk=document.pk)) == LETTER
    assert list(Document.objects.about(HOUSEHOLD)) == [document]
    queued = DBTaskResult.objects.get(task_path="core.documents.tasks.make_letter")
    assert queued.args_kwargs["args"] == [document.pk]


def test_a_letter_of_a_transaction_that_fails_was_never_written(at):
    with transaction.atomic():
        write(at)
        transaction.set_rollback(True)
    assert not Document.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_the_pdf_is_made_once_and_kept(at):
    document = write(at)
    first = making.make(document.pk, actor=WRITER, at=at)
    second = making.make(document.pk, actor=WRITER, at=at)
    assert first.state == "clean"
    assert (second.key, second.version) == (first.key, first.version)
    with storages["private"].open(first.key) as file:
        content = file.read()
    assert (first.size, first.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert content == pdf.render(LETTER)
    assert Event.objects.filter(action="document.make").count() == 1


def test_who_lost_the_race_of_two_makings_leaves_no_file(at):
    stale = write(at)
    winner = making.make(stale.pk, actor=WRITER, at=at)
    key = storing.put(ContentFile(b"%PDF-"))
    loser = making.settle(stale, key, b"%PDF-", actor=WRITER, at=at)
    assert (loser.key, loser.sha256) == (winner.key, winner.sha256)
    assert storages["private"].exists(winner.key)
    assert not storages["private"].exists(key)


def test_it_is_sent_as_a_download(at):
    document = write(at)
    with pytest.raises(NotReady) as not_yet:
        serve(document)
    assert "preparing" in not_yet.value.message
    response = serve(making.make(document.pk, actor=WRITER, at=at), inline=True)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; ")
    assert b"".join(response.streaming_content).startswith(b"%PDF-1.7")


def test_a_letter_takes_the_place_of_another(at):
    first = write(at)
    second = write(at, supersedes=first)
    assert first.superseded_by == second


def test_the_page_says_what_the_pdf_says(at):
    document = making.make(write(at).pk, actor=WRITER, at=at)
    page = render_to_string("documents/_letter.html", {"letter": letters.read(document)})
    with storages["private"].open(document.key) as file:
        tree = tagged.tree(tagged.read(file.read()))

    def words(text: str) -> list[str]:
        return re.findall(r"[\w£.]*\w", text)

    spoken = " ".join(one.words() for one in tree.kids).replace("•", "")
    numbered = re.sub(r"\b([12])\. ", "", spoken)
    assert sorted(words(strip_tags(page.replace("<", " <")))) == sorted(words(numbered))


def test_the_page_escapes_what_people_wrote():
    one = letter(Paragraph('<b>x</b> & <script>alert("1")</script>'), recipient=("<i>Ann</i>",))
    page = render_to_string("documents/_letter.html", {"letter": one})
    assert "<script" not in page
    assert "&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;" in page
    assert "&lt;i&gt;Ann" in page


def test_the_whole_page_has_the_letter_and_its_download(rf):
    page = render_to_string(
        "documents/letter.html", {"letter": LETTER, "download_url": "/landlord/x.pdf"}, request=rf.get("/")
    )
    assert f"<title>{LETTER.title}" in page
    assert page.count("<h1") == 1
    assert 'href="/landlord/x.pdf"' in page
