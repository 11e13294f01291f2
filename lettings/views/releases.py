from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.documents.models import Document
from core.documents.pages import letter_of, pdf_of
from core.documents.rules.kinds import EVIDENCE
from core.documents.services import uploads
from core.documents.serving import serve
from core.ui.addresses import record_url
from core.ui.pages import FormPage, act, act_on
from households.views.office import desk
from lettings.forms.office import NoteForm
from lettings.forms.releases import AskReleaseForm, ReleaseAgreedForm
from lettings.models import EarlyRelease
from lettings.selectors import releases as pages
from lettings.services import releases


@office_view(Can.MAKE_OFFERS)
def ask(request: Request, reference: str) -> HttpResponse:
    """Write to the landlord of a household's present home."""
    row = desk.scoped(request, reference)
    at = now()
    initial = {"seen": row.version, "tenants": pages.tenants_of(row)}
    form = AskReleaseForm(request.POST or None, initial=initial)

    def do(form: AskReleaseForm) -> str:
        seen, asked = form.cleaned_data["seen"], form.to_asked()
        found = releases.ask(ref=row.reference, seen=seen, asked=asked, actor=request.actor, at=at)
        return reverse("lettings_office_release", args=[found.reference])

    page = FormPage(
        title=f"Ask the landlord of {row.name} to let them go early",
        button="Write the letter",
        intro=pages.bound_words(row, today(at)),
        back_url=record_url(row.subject, request.actor),
    )
    return act(request, form, do, page, said="The letter is written. Print it and post it.")


def scoped(request: Request, reference: str) -> EarlyRelease:
    rows = EarlyRelease.objects.visible_to(request.actor).select_related("household", "officer")
    row = get_object_or_404(rows, reference=reference)
    desk.opened(request, row.household)
    return row


@office_view(Can.SEE_HOUSEHOLDS)
def release(request: Request, reference: str) -> HttpResponse:
    context = pages.release(scoped(request, reference), request.actor, today(now()))
    return render(request, "lettings/office/release.html", context)


@office_view(Can.MAKE_OFFERS)
def agreed(request: Request, reference: str) -> HttpResponse:
    row, at = scoped(request, reference), now()
    initial = {"seen": row.version, "released_on": row.asked_for}
    form = ReleaseAgreedForm(request.POST or None, request.FILES or None, initial=initial)
    to = reverse("lettings_office_release", args=[row.reference])

    def do(form: ReleaseAgreedForm) -> str:
        given = dict(form.cleaned_data)
        reply = uploads.receive(given.pop("reply"), kind=EVIDENCE, actor=request.actor, at=at, field="reply")
        releases.agree(ref=row.reference, document_reference=reply.reference, actor=request.actor, at=at, **given)
        return to

    page = FormPage(title="The landlord agreed in writing", button="Save the release", back_url=to)
    return act(request, form, do, page, said="Saved. An offer from that day on may be final.")


@office_view(Can.MAKE_OFFERS)
def declined(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(title="The landlord did not agree", button="Save")
    return act_on(request, row, NoteForm, releases.decline, page, at=now(), said="Saved. An ordinary offer stands.")


@office_view(Can.SEE_HOUSEHOLDS)
def letter(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    url = reverse("lettings_office_release_pdf", args=[row.reference])
    return letter_of(request, row.letter_reference, download_url=url)


@office_view(Can.SEE_HOUSEHOLDS)
def pdf(request: Request, reference: str) -> HttpResponse:
    return pdf_of(request, scoped(request, reference).letter_reference, at=now())


@office_view(Can.SEE_HOUSEHOLDS)
def reply(request: Request, reference: str) -> HttpResponse:
    """The landlord's reply, as it was uploaded."""
    return serve(get_object_or_404(Document, reference=scoped(request, reference).reply_reference))
