from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.doors import landlord_view
from core.access.request import Request
from core.dates import today
from core.ui.addresses import record_url
from core.ui.pages import FormPage, act
from properties.forms.given import to_notice
from properties.forms.let import AdvertisementForm, OfferForm
from properties.models import Let
from properties.rules.home import HomeState
from properties.rules.let import LetState
from properties.selectors import homes, rents
from properties.selectors import lets as selectors
from properties.services import lets, notices

LAYOUT = "layouts/landlord.html"
OFFER = FormPage(
    title="Offer this home to rent",
    button="Send it to us",
    layout=LAYOUT,
    intro="An officer reads it and makes the home available within 2 working days.",
    template="properties/landlord/offer.html",
)


def scoped(request: Request, reference: str) -> Let:
    rows = Let.objects.visible_to(request.actor).select_related("home__landlord")
    return get_object_or_404(rows, reference=reference)


@landlord_view
def offer(request: Request, reference: str) -> HttpResponse:
    """Offer an accepted home to rent: what is advertised, and whether a notice stands against it."""
    home = get_object_or_404(homes.whole(request.actor), reference=reference, state=HomeState.ACCEPTED)
    at = now()
    form = OfferForm(request.POST or None, on=today(at), initial=OfferForm.initial_for(home, today(at)))

    def do(form: OfferForm) -> str:
        notices.tell(
            landlord_ref=home.landlord.reference,
            place=home,
            notice=to_notice(form.cleaned_data),
            actor=request.actor,
            at=at,
        )
        let = lets.offer_to_let(
            home_ref=home.reference,
            seen=form.cleaned_data["seen"],
            advertisement=form.to_advertisement(),
            actor=request.actor,
            at=at,
        )
        return reverse("properties_landlord_let", args=[let.reference])

    page = replace(OFFER, back_url=record_url(home.subject, request.actor))
    comparison = rents.compare(home, home.monthly_rent, today(at))
    return act(request, form, do, page, said="We have it, and read it soon.", comparison=comparison)


@landlord_view
def record(request: Request, reference: str) -> HttpResponse:
    let = scoped(request, reference)
    on = today(now())
    context = {
        "let": let,
        "strip": selectors.strip(let, request.actor, on),
        "rows": selectors.rows(let, on),
        "actions": selectors.landlord_actions(let, request.actor),
        "comparison": rents.compare(let.home, let.monthly_rent, on),
    }
    return render(request, "properties/landlord/let.html", context)


@landlord_view
def change(request: Request, reference: str) -> HttpResponse:
    let = get_object_or_404(
        Let.objects.visible_to(request.actor).select_related("home"),
        reference=reference,
        state=LetState.CHANGES_REQUESTED,
    )
    at = now()
    initial = {name: getattr(let, name) for name in selectors.ADVERTISED} | {"seen": let.version}
    form = AdvertisementForm(request.POST or None, on=today(at), initial=initial)
    url = reverse("properties_landlord_let", args=[let.reference])

    def do(form: AdvertisementForm) -> str:
        lets.change(
            ref=let.reference,
            seen=form.cleaned_data["seen"],
            advertisement=form.to_advertisement(),
            actor=request.actor,
            at=at,
        )
        return url

    page = FormPage(
        title="Change what is advertised", button="Send it again", layout=LAYOUT, intro=let.change_asked, back_url=url
    )
    return act(request, form, do, page, said="We have it. An officer reads it within 2 working days.")
