from functools import partial
from typing import Any

from django.http import HttpResponse

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.ui.pages import FormPage
from households.forms.take_up import TakeUpForm
from households.services import telling
from households.views.office import desk


@office_view(Can.WORK_HOUSEHOLDS)
def take_up(request: Request, reference: str) -> HttpResponse:
    household = desk.scoped(request, reference)
    page = FormPage(
        title="Take this up",
        button="Take this up",
        intro="You become their lead officer. What they told us is on their page, so you type nothing again.",
    )

    def save(*, stays: str = "yes", **rest: Any) -> Any:
        return telling.take_up(stays_restricted=stays == "yes", **rest)

    form = partial(TakeUpForm, restricted=household.restricted)
    said = "You are their lead officer. Reach them as they said is safe."
    return desk.act(request, reference, form, save, page, said=said)
