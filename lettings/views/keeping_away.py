from functools import partial
from typing import Any

from django.http import HttpResponse

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.ui.pages import FormPage
from households.forms.exclusions import ExcludeForm
from households.selectors import words
from households.views.office import desk
from lettings.services import keeping_away


@office_view(Can.WORK_HOUSEHOLDS)
def exclude(request: Request, reference: str) -> HttpResponse:
    household = desk.scoped(request, reference)
    page = FormPage(
        title="Keep a landlord’s homes away from them",
        button="Keep them away",
        intro="For a landlord or agent who is close to someone they fled from. Their homes are never put forward "
        "for this household. If one is put forward now, or a viewing or an offer waits, that ends at once and we tell "
        "the household. The landlord is not told why, and nothing at all if they never heard of the household.",
    )
    form = partial(ExcludeForm, landlords=words.landlords_let_in(household, request.actor))

    def save(*, landlord: str, **rest: Any) -> Any:
        return keeping_away.exclude(landlord_ref=landlord, **rest)

    return desk.act(request, reference, form, save, page, said="Homes of this landlord are kept away from them.")
