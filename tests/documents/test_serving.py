import pytest
from csp.middleware import CSPMiddleware
from django.http import Http404
from django.utils.http import parse_header_parameters

from core.access.actor import system
from core.documents.models import Document
from core.documents.providers import fake
from core.documents.rules.kinds import CERTIFICATE, PHOTO
from core.documents.services import checking, uploads
from core.documents.serving import NotReady, serve
from tests.documents import files

pytestmark = pytest.mark.django_db
ACTOR = system("test")


def sent(at, name="gas.pdf", content=None, kind=CERTIFICATE, checked=True) -> Document:
    document = uploads.receive(files.upload(name, content or files.pdf()), kind=kind, actor=ACTOR, at=at)
    return checking.check(document.pk, actor=ACTOR, at=at) if checked else document


def test_a_file_is_a_download_that_cannot_act_as_a_page(at, rf):
    response = CSPMiddleware(lambda request: serve(sent(at), inline=True))(rf.get("/"))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="gas.pdf"'
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'; frame-ancestors 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"
    assert b"".join(response.streaming_content) == files.pdf()


@pytest.mark.parametrize(
    ("given_name", "sent_name"),
    [
        ("../../x.pdf", "x.pdf"),
        ('a"; filename="evil.html.pdf', "a-- filename=-evil.html.pdf"),
        ("Siân’s gas record.pdf", "Siân’s gas record.pdf"),
        ("fdp.\u202egas.pdf", "fdp.gas.pdf"),
        ("n" * 300 + ".pdf", "n" * 96 + ".pdf"),
    ],
)
def test_its_name_cannot_leave_its_header(at, given_name, sent_name):
    response = serve(sent(at, given_name))
    kind, parts = parse_header_parameters(response["Content-Disposition"])
    assert kind == "attachment"
    assert parts == {"filename": sent_name}
    assert "\n" not in response["Content-Disposition"]


def test_of_a_picture_only_what_we_made_of_it_is_sent(at):
    original = files.picture(size=(1200, 900), comment=b"a secret")
    document = sent(at, "Kitchen.PNG.jpeg", original, PHOTO)
    response = serve(document, inline=True)
    assert response["Content-Disposition"] == 'inline; filename="Kitchen.PNG.jpg"'
    assert response["Content-Type"] == "image/jpeg"
    content = b"".join(response.streaming_content)
    assert b"a secret" not in content
    small = b"".join(serve(document, size="small").streaming_content)
    assert len(small) < len(content)
    with pytest.raises(Http404):
        serve(document, size="original")


def test_nothing_is_sent_before_it_is_checked(at):
    with pytest.raises(NotReady) as refusal:
        serve(sent(at, checked=False))
    assert refusal.value.code == "quarantined"
    assert refusal.value.message.startswith("“gas.pdf”: We are checking this file for viruses.")


def test_nothing_is_sent_of_what_had_a_virus(at):
    with pytest.raises(NotReady) as refusal:
        serve(sent(at, content=files.pdf(fake.EICAR)))
    assert refusal.value.code == "infected"
    assert "virus" in refusal.value.message


@pytest.mark.parametrize(
    "inside",
    [
        b"<< /OpenAction [3 0 R /Fit] >>",
        b"<< /OpenAction << /S /Named /N /Print >> >>",
        b"<< /S /URI /URI (http://127.0.0.1/) >>",
        b"<< /S /SubmitForm /F (http://127.0.0.1/) >>",
        b"<< /S /GoToR /F (\\\\\\\\127.0.0.1\\\\share) >>",
        b"<< /XFA (<script/>) >>",
        b"</pre><script>alert(1)</script>",
    ],
)
def test_a_pdf_that_wants_to_do_things_is_only_ever_a_download(at, inside):
    response = serve(sent(at, content=files.pdf(inside)), inline=True)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"].startswith("sandbox;")
