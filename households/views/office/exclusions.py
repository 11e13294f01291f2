from functools import partial

from django.http import Http404, HttpResponse

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.ui.forms import RecordForm
from core.ui.pages import FormPage
from households.services import exclusions
from households.views.office import desk


@office_view(Can.WORK_HOUSEHOLDS)
def lift(request: Request, reference: str, number: int) -> HttpResponse:
    rows = list(desk.scoped(request, reference).exclusions.select_related("landlord"))
    if request.method == "GET" and not 1 <= number <= len(rows):
        raise Http404
    page = FormPage(
        title="Let this landlord’s homes be found again",
        button="Let them be found",
        button_style="warning",
        intro=f"From now on homes of {rows[number - 1].landlord.name} can be put forward for them." if rows else "",
    )
    save = partial(exclusions.lift, number=number)
    return desk.act(request, reference, RecordForm, save, page, said="Homes of this landlord can be found again.")
