"""Certificates and photos: files that the draft keeps while the questions are answered."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import messages as notes
from django.http import HttpRequest

from core.access.actor import Actor
from core.documents.forms import UploadField
from core.documents.models import Document
from core.documents.rules import kinds
from core.documents.services import uploads
from core.errors import DomainError
from core.journeys.fields import KeptField
from core.journeys.journey import Change
from core.journeys.models import Draft
from core.journeys.rules.walk import Answers
from core.ui.forms import DateField, FilesField, Form, Radios, Text
from properties.rules.certificate import (
    CERTIFICATE_LABELS,
    CertificateKind,
    check_expires_on,
    check_issued_on,
    check_not_run_out,
)
from properties.rules.home import MOST_PHOTOS
from properties.selectors import certificates

NOW, LATER, EXEMPT = "now", "later", "exempt"
HOW = {
    NOW: "I have it and send it now",
    LATER: "I send it later, within 28 days",
    EXEMPT: "The home does not need one",
}
BANDS = [(band, band) for band in "ABCDEFG"]


class CertificateForm(Form):
    """The file of one certificate, a promise, or that none is needed. `offers` are the answers allowed."""

    marks_optional = False
    how = forms.ChoiceField(label="Do you have it?", widget=Radios())
    documents = KeptField(label="File")
    file = UploadField(kind=kinds.CERTIFICATE, label="Choose the file, or take a photo of it", required=False)
    conditional = {"how": {NOW: ["file"]}}

    def __init__(self, *args: Any, kind: CertificateKind, offers: Sequence[str], **kwargs: Any) -> None:
        only = len(offers) == 1
        if only:
            self.conditional = {}
        super().__init__(*args, **kwargs)
        field = self.fields["how"]
        field.label = f"Do you have the {certificate_noun(kind)}?"
        self.choose("how", [(offer, HOW[offer]) for offer in offers])
        if only:
            field.initial, field.widget = offers[0], forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("how") == NOW and not cleaned.get("file") and not cleaned.get("documents"):
            self.add_error("file", "Choose the file of the certificate")
        return cleaned


def certificate_noun(kind: CertificateKind) -> str:
    label = CERTIFICATE_LABELS[kind]
    return label[:1].lower() + label[1:]


class CertificateDetailsForm(Form):
    number = forms.CharField(
        label="Number on the certificate",
        help_text="So that we can find it in the register.",
        max_length=60,
        widget=Text(width=20),
    )
    issued_on = DateField(label="The day it was made")
    expires_on = DateField(label="The last day it is good for")
    epc_band = forms.ChoiceField(label="Energy rating", choices=BANDS, widget=Radios(inline=True))

    def __init__(self, *args: Any, kind: CertificateKind, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.on = on
        if kind is not CertificateKind.EPC:
            del self.fields["epc_band"]
        if kind is CertificateKind.GAS:
            self.fields["expires_on"].help_text = "The day by which the next check is due."

    def clean_issued_on(self) -> date:
        issued_on: date = self.cleaned_data["issued_on"]
        return self._checked(issued_on, lambda: check_issued_on(issued_on, self.on))

    def clean_expires_on(self) -> date:
        expires_on: date = self.cleaned_data["expires_on"]
        issued_on: date | None = self.cleaned_data.get("issued_on")
        if issued_on is not None:
            longest = certificates.longest(self.kind, issued_on, self.on)
            self._checked(expires_on, lambda: check_expires_on(issued_on, expires_on, longest))
        return self._checked(expires_on, lambda: check_not_run_out(expires_on, self.on))

    def _checked(self, day: date, check: Callable[[], None]) -> date:
        try:
            check()
        except DomainError as error:
            raise forms.ValidationError(error.message, code=error.code or "invalid") from error
        return day


def take_certificate(_request: HttpRequest, form: forms.Form, actor: Actor, at: datetime) -> Mapping[str, Any]:
    """Keep the new file in the place of the one before; a promise needs none."""
    file, kept = form.cleaned_data.get("file"), form.cleaned_data["documents"]
    if form.cleaned_data["how"] != NOW:
        return {"documents": []}
    if not file:
        return {"documents": kept}
    return {"documents": [uploads.receive(file, kind=kinds.CERTIFICATE, actor=actor, at=at).reference]}


class PhotosForm(Form):
    marks_optional = False
    photos = KeptField(label="Photos")
    files = FilesField(
        label="Add photos of the home",
        help_text="Choose one or more. Bright ones of each room help most. Leave out people and number plates. "
        f"{kinds.PHOTO.plural} are {kinds.PHOTO.types_in_words}, up to 20 MB each.",
        required=False,
        most=MOST_PHOTOS,
        accept=kinds.PHOTO.accept,
    )

    def __init__(self, *args: Any, at_least_one: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at_least_one = at_least_one

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.at_least_one and not cleaned.get("photos") and not cleaned.get("files") and not self.errors:
            self.add_error("files", "Choose a photo")
        if len(cleaned.get("photos", [])) + len(cleaned.get("files", [])) > MOST_PHOTOS:
            self.add_error("files", f"A home can have up to {MOST_PHOTOS} photos. Choose fewer")
        return cleaned


def take_photos(request: HttpRequest, form: forms.Form, actor: Actor, at: datetime) -> Mapping[str, Any]:
    """Keep every photo that we can take. One bad photo does not cost the others.

    Raises DomainError on the photos when none of them could be taken.
    """
    taken, refused = [], []
    for file in form.cleaned_data["files"]:
        try:
            taken.append(uploads.receive(file, kind=kinds.PHOTO, actor=actor, at=at, field="files").reference)
        except DomainError as error:
            refused.append((file.name, error))
    if refused and not taken:
        raise refused[0][1]
    for name, error in refused:
        notes.warning(request, f"We could not add “{name}”. {error.message} The other photos are added.")
    return {"photos": [*form.cleaned_data["photos"], *taken]}


def documents(references: Sequence[str]) -> list[Document]:
    """The files that a draft keeps, in the order in which they were added."""
    found = {document.reference: document for document in Document.objects.filter(reference__in=references)}
    return [found[reference] for reference in references if reference in found]


class PhotoWordsForm(Form):
    """What each photo shows, for people who cannot see it. Each field knows its photo."""

    def __init__(self, *args: Any, photos: Sequence[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, photo in enumerate(photos, start=1):
            field = forms.CharField(
                label=f"Photo {number}: {photo.name}",
                max_length=200,
                widget=Text(),
                error_messages={"required": f"Say what photo {number} shows"},
            )
            field.photo = photo
            self.fields[photo.reference] = field


def photo_words_kwargs(answers: Answers, _on: date) -> Mapping[str, Any]:
    return {"photos": documents(answers.value("photos", "photos", []))}


def has_photos(answers: Answers) -> bool:
    return bool(answers.value("photos", "photos"))


def kept(page: str, field: str) -> Callable[[Draft, Answers], Mapping[str, Any]]:
    """What a page lists as added so far: each file by its name."""

    def context(draft: Draft, _answers: Answers) -> Mapping[str, Any]:
        references = draft.answers.get(page, {}).get(field, [])
        return {"kept_items": [(document.reference, document.name) for document in documents(references)]}

    return context


def hold(field: str) -> Callable[[Change, Actor, datetime], None]:
    """Give new files to the draft, and let go of those that were taken out."""

    def within(change: Change, actor: Actor, at: datetime) -> None:
        for reference in change.added(field):
            uploads.link(reference, subject=change.draft.subject, actor=actor, at=at)
        for reference in change.removed(field):
            uploads.unlink(reference, subject=change.draft.subject, actor=actor, at=at)

    return within
