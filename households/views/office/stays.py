from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.pages import FormPage, act_on
from households.forms.stays import LeaveForm, StayForm, to_stay
from households.models import Placement
from households.services import placements
from households.views.office import desk


@office_view(Can.WORK_HOUSEHOLDS)
def place(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Put them up",
        button="Record the stay",
        intro="If they move from another place, that stay ends on the first night here. The days in bed and "
        "breakfast go on counting.",
    )
    initial = {"started_on": today(now())}
    save = desk.giving(placements.place, "stay", to_stay)
    return desk.act(request, reference, StayForm, save, page, initial=initial, said="The stay is recorded.")


@office_view(Can.WORK_HOUSEHOLDS)
def leave(request: Request, reference: str) -> HttpResponse:
    at = now()
    stay = get_object_or_404(
        Placement.objects.visible_to(request.actor).select_related("household"), reference=reference
    )
    back = desk.page_of(request, stay.household)
    page = FormPage(
        title=f"They left {stay.provider}",
        button="End the stay",
        intro="The duty does not end with the stay. If they have nowhere to go tonight, put them up elsewhere instead.",
        back_url=back,
    )
    initial = {"ended_on": today(at)}
    return act_on(request, stay, LeaveForm, placements.leave, page, at=at, to=back, initial=initial, said="Saved.")
