"""The questions a landlord answers about a home, one a page: a new home, a change, a certificate, photos."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from core.journeys.journey import Journey, Page
from core.journeys.rules.walk import Answers
from properties.forms import about, evidence, letting, notice, where
from properties.rules.certificate import CERTIFICATE_LABELS, CertificateKind

WHERE = [
    Page("address", where.AddressForm, "What is the address of the home?"),
    Page("council", where.CouncilForm, "Which council area is it in?", form_kwargs=where.council_kwargs),
    Page("market-area", where.MarketAreaForm, "Rental market area", form_kwargs=where.market_area_kwargs),
    Page(
        "notice",
        notice.NoticeForm,
        "A notice to sell or move in",
        form_kwargs=notice.kwargs,
        template="properties/landlord/notice.html",
        context=notice.known,
        on_valid=notice.keep,
    ),
]

WHAT = [
    Page("type", about.TypeForm, "What kind of home is it?"),
    Page("shared", about.SharedForm, "What do you let?"),
    Page("size", about.SizeForm, "How big is it?", form_kwargs=about.size_kwargs),
    Page("floor", about.FloorForm, "Which floor is it on?", applies=about.has_floors_below),
    Page("access", about.AccessForm, "Which of these does it have?"),
    Page("furnished", about.FurnishedForm, "Is it furnished?"),
    Page("rules", about.RulesForm, "Pets and smoking"),
    Page("heating", about.HeatingForm, "Gas, heating and appliances"),
]

LETTING = [
    Page("rent", letting.RentForm, "The rent", form_kwargs=letting.rent_kwargs),
    Page("bills", letting.BillsForm, "Which bills does the rent include?"),
    Page("selective", letting.SelectiveForm, "Licence for the street"),
    Page("hmo", letting.HmoForm, "Licence for a shared house"),
    Page("hmo-licence", letting.HmoLicenceForm, "The HMO licence", applies=letting.needs_hmo_licence),
]


def offers(kind: CertificateKind, *, replacing: bool) -> tuple[str, ...]:
    """How a landlord may answer for a certificate: only an EPC can be out of place in a home that has the thing."""
    found = [evidence.NOW] if replacing else [evidence.NOW, evidence.LATER]
    return (*found, evidence.EXEMPT) if kind is CertificateKind.EPC else tuple(found)


def has_file(kind: CertificateKind, answers: Answers) -> bool:
    return answers.value(kind.value, "how") == evidence.NOW


def applies(kind: CertificateKind, answers: Answers) -> bool:
    return kind is not CertificateKind.GAS or about.has_gas(answers)


def certificate_pages(kind: CertificateKind, *, replacing: bool = False) -> list[Page]:
    """Two questions: the file, then what stands on it, so that a wrong date does not cost the file."""
    label = CERTIFICATE_LABELS[kind]

    def file_kwargs(_answers: Answers, _on: date) -> Mapping[str, Any]:
        return {"kind": kind, "offers": offers(kind, replacing=replacing)}

    def details_kwargs(_answers: Answers, on: date) -> Mapping[str, Any]:
        return {"kind": kind, "on": on}

    first = Page(
        kind.value,
        evidence.CertificateForm,
        label,
        form_kwargs=file_kwargs,
        template="properties/landlord/certificate.html",
        context=evidence.kept(kind.value, "documents"),
        kept=("documents",),
        on_valid=evidence.take_certificate,
        on_saved=evidence.hold("documents"),
        **({} if replacing else {"applies": partial(applies, kind)}),
    )
    details = Page(
        f"{kind}-details",
        evidence.CertificateDetailsForm,
        f"{label}: what it says",
        applies=partial(has_file, kind),
        form_kwargs=details_kwargs,
    )
    return [first, details]


PHOTOS = [
    Page(
        "photos",
        evidence.PhotosForm,
        "Photos",
        context=evidence.kept("photos", "photos"),
        kept=("photos",),
        on_valid=evidence.take_photos,
        on_saved=evidence.hold("photos"),
    ),
    Page(
        "photo-words",
        evidence.PhotoWordsForm,
        "What do the photos show?",
        applies=evidence.has_photos,
        form_kwargs=evidence.photo_words_kwargs,
        template="properties/landlord/photo_words.html",
    ),
]

NEW_HOME = Journey(
    "home",
    "Add a home",
    [
        *WHERE,
        *WHAT,
        *LETTING,
        *(page for kind in CertificateKind for page in certificate_pages(kind)),
        *PHOTOS,
    ],
)

CHANGE = Journey("home_change", "Change your home", [*WHERE, *WHAT, *LETTING])

RENEWALS: dict[str, Journey] = {
    kind.value: Journey(f"certificate_{kind}", "Send a certificate", certificate_pages(kind, replacing=True))
    for kind in CertificateKind
}

MORE_PHOTOS = Journey(
    "photos",
    "Add photos",
    [replace(PHOTOS[0], form_kwargs=lambda _answers, _on: {"at_least_one": True}), PHOTOS[1]],
)
