from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import in_words
from core.deadlines import policies
from core.ui.addresses import record_url
from core.ui.pages import FormPage, act
from workspaces.forms import GiveForm
from workspaces.rules.queue import Whose
from workspaces.selectors import scope, work
from workspaces.services import work as services


@office_view(Can.SEE_OFFICE)
def give(request: Request, about: str, reference: str, kind: str) -> HttpResponse:
    """Choose which officer does a piece of work, and go back to the list or the record that led here."""
    row = get_object_or_404(work.waiting((about, reference), kind, request.actor))
    policies.may_give(request.actor, row).require()
    officers = [(each.user_id, each.name) for each in work.takers(row) if each.user_id]
    seen = row.person_id or 0
    record = scope.known([row.subject], request.actor)[row.subject]
    back = way_back(request, record.owner)
    form = GiveForm(request.POST or None, officers=officers, initial={"seen": seen, "to_id": seen})

    def do(form: GiveForm) -> str:
        services.give(about=row.subject, kind=kind, actor=request.actor, at=now(), **form.cleaned_data)
        return back

    page = FormPage(
        title=f"{row.what[:1].upper()}{row.what[1:]}",
        button="Save",
        caption=f"{record.label} {reference}: {record.name}",
        intro=f"By {in_words(row.due_on)}. Whoever you choose finds it in their work queue.",
        back_url=back,
    )
    return act(request, form, do, page, said="Saved.")


def way_back(request: Request, owner: tuple[str, str]) -> str:
    """To the list that led here, whose it showed, else to the record's page."""
    queue = reverse("workspaces_office_queue")
    if "list" in request.GET:
        return f"{queue}?whose={Whose.TEAM}" if request.GET["list"] == Whose.TEAM else queue
    return record_url(owner, request.actor) or queue
